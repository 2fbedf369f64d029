import { type Changes, changesBetween, type FieldChange } from '../formats/document/changes';
import type { Activity } from '../model/dataset';
import { textIn } from '../model/text';
import { exitCodeOf } from './check';
import type { Command, Output } from './command';
import { findingLine, isProblem, type OpenedFile, openFile } from './open-file';

export const DIFF: Command = {
  name: 'diff',
  usage: `Usage: npm run dataset -- diff OLD NEW [--json]
  Compares two versions of a dataset, each of any form: which activities changed, field by field, which are new and
  which are gone. An activity is recognised by its id or a former id.
  --json writes one JSON object instead: dataset, changed, new and gone.
  Exit code 1 means that one of the files has problems, so that the comparison may be incomplete.`,
  files: ['OLD', 'NEW'],
  options: { json: { type: 'boolean' } },
  async run({ files: [oldFile = '', newFile = ''], isSet }, output) {
    const before = await openFile(oldFile, output);
    const after = await openFile(newFile, output);
    for (const opened of [before, after]) writeProblems(opened, output);
    const changes = changesBetween(before, after);
    if (isSet('json')) output.out(jsonOf(changes));
    else writeLines(changes, after.records.head.language, output);
    return exitCodeOf([...before.findings, ...after.findings]);
  },
};

function writeProblems({ file, findings }: OpenedFile, output: Output): void {
  for (const finding of findings.filter(isProblem)) output.err(`${file}: ${findingLine(finding)}`);
}

function jsonOf({ dataset, changed, new: added, gone }: Changes): string {
  const nameless = ({ earliest: _, latest: __, ...activity }: Activity) => activity;
  // JSON omits undefined values, so null stands for a field that is absent before or after the change.
  const explicit = ({ field, before = null, after = null }: FieldChange) => ({ field, before, after });
  return JSON.stringify({
    dataset: dataset.map(explicit),
    changed: changed.map(({ id, fields }) => ({ id, fields: fields.map(explicit) })),
    new: added.map(nameless),
    gone: gone.map(nameless),
  });
}

function writeLines({ dataset, changed, new: added, gone }: Changes, language: string, output: Output): void {
  output.out(`${changed.length} changed, ${added.length} new, ${gone.length} gone`);
  const named = ({ id, date, title }: Activity) => `${id}  (${date}, ${textIn(title, [language]).text})`;
  if (dataset.length > 0) output.out('changed  the dataset itself');
  for (const change of dataset) output.out(changeLine(change));
  for (const { id, fields } of changed) {
    output.out(`changed  ${id}`);
    for (const change of fields) output.out(changeLine(change));
  }
  for (const activity of added) output.out(`new      ${named(activity)}`);
  for (const activity of gone) output.out(`gone     ${named(activity)}`);
}

function changeLine({ field, before, after }: FieldChange): string {
  const shown = (value: unknown) => (value === undefined ? 'nothing' : JSON.stringify(value));
  return `  ${field}: ${shown(before)} → ${shown(after)}`;
}
