import type { Command, ExitCode, Output } from './command';
import { type Finding, findingLine, isProblem, type OpenedFile, openFile, UnreadableDataset } from './open-file';

export const CHECK: Command = {
  name: 'check',
  usage: `Usage: npm run dataset -- check FILE [--json]
  Reads a file of any form that opens (JSON, NDJSON, packed, tables, calendars, texts …) and lists every problem and
  note with its place.
  --json writes one JSON object instead: file, form, activities, facets and problems.`,
  files: ['FILE'],
  options: { json: { type: 'boolean' } },
  async run({ files: [file = ''], isSet }, output) {
    const isJson = isSet('json');
    try {
      const opened = await openFile(file, output);
      if (isJson) writeJson(output, file, opened.findings, opened);
      else writeLines(output, opened);
      return exitCodeOf(opened.findings);
    } catch (error) {
      if (!(error instanceof UnreadableDataset) || !isJson) throw error;
      output.err(error.message);
      writeJson(output, file, [{ path: '', loss: 'dataset', ...error.failure }]);
      return 1;
    }
  },
};

export function exitCodeOf(findings: readonly Finding[]): ExitCode {
  return findings.some(isProblem) ? 1 : 0;
}

function writeJson(output: Output, file: string, problems: readonly Finding[], opened?: OpenedFile): void {
  const activities = opened?.records.size ?? 0;
  const facets = opened?.records.head.facets.length ?? 0;
  output.out(JSON.stringify({ file, form: opened?.form ?? null, activities, facets, problems }));
}

function writeLines(output: Output, { records, findings }: OpenedFile): void {
  for (const finding of findings) output.out(findingLine(finding));
  const problemCount = findings.filter(isProblem).length;
  output.out(
    [
      counted(records.size, 'activity', 'activities'),
      counted(records.head.facets.length, 'facet', 'facets'),
      counted(problemCount, 'problem', 'problems'),
      counted(findings.length - problemCount, 'note', 'notes'),
    ].join(', '),
  );
}

export function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
