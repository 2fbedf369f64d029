import { activityJson } from '../formats/document/activity-json';
import { isoDay } from '../lib/day';
import type { DatasetHead, Facet, FacetValue, Text } from '../model/dataset';
import { facetTree } from '../model/facet-tree';
import { pathOf } from '../model/tree-walks';
import { aboutLines } from './about-lines';
import { type AnswerForm, type AnswerToWrite, NO_OMISSIONS } from './answer-form';

/**
 * Writes a dataset with the activities of the view and their facet values, with ancestors. The facets come last,
 * because the values are only known after the last activity. The description says which view the file contains.
 */
export const jsonForm: AnswerForm = {
  id: 'json',
  extension: '.json',
  mediaType: 'application/json',
  async *write(answer) {
    const { facets, ...head } = answer.head;
    const root = { format: 'chronofacet-dataset/1', ...documentHead(head), description: description(answer) };
    yield `${JSON.stringify(root).slice(0, -1)},"activities":[`;
    const used = new Map(facets.map(({ id }) => [id, new Set<string>()]));
    let separator = '\n';
    for await (const batch of answer.activities) {
      if (batch.length === 0) continue;
      for (const { tags } of batch) {
        for (const [facet, ids] of Object.entries(tags)) for (const id of ids) used.get(facet)?.add(id);
      }
      yield separator + batch.map(activityJson).join(',\n');
      separator = ',\n';
    }
    const left = facets.map(facet => withValues(facet, used.get(facet.id) ?? new Set()));
    yield `\n],"facets":${JSON.stringify(left.filter(({ values }) => values.length > 0))}}\n`;
    return NO_OMISSIONS;
  },
};

/** Returns the head as in a dataset document, with coverage as ISO days. */
export function documentHead({ coverage, ...head }: Omit<DatasetHead, 'facets'>) {
  return {
    ...head,
    coverage: coverage.map(period => ({ ...period, from: isoDay(period.from), to: isoDay(period.to) })),
  };
}

function withValues(facet: Facet, used: ReadonlySet<string>): Facet {
  const tree = facetTree(facet);
  const kept = new Set([...used].flatMap(id => pathOf(tree, id)));
  const values = facet.values.filter(({ id }) => kept.has(id));
  return { ...facet, values: values.map(value => withoutGoneSuccessor(value, kept)) };
}

/** Returns a value without `replacedBy` if the value named there is not in the file. */
function withoutGoneSuccessor({ replacedBy, ...value }: FacetValue, kept: ReadonlySet<string>): FacetValue {
  return replacedBy !== undefined && kept.has(replacedBy) ? { ...value, replacedBy } : value;
}

function description(answer: AnswerToWrite): Text {
  const { head, tools } = answer;
  const note = aboutLines(answer)
    .map(([label, text]) => `${label}: ${text}`)
    .join('\n');
  const { description: given } = head;
  if (given === undefined) return { [tools.language]: note };
  const texts = typeof given === 'string' ? { [head.language]: given } : given;
  return { ...texts, [tools.language]: `${tools.words(given)}\n\n${note}` };
}
