import { chunksOf } from '../../src/formats/input/byte-source';
import { openRecords } from '../../src/formats/open-records';
import { wordsOf } from '../../src/lib/fold';
import { createRandom } from '../../src/lib/random';
import type { Text } from '../../src/model/dataset';
import type { Records } from '../../src/model/records';

/** The searched texts of each activity: title, summary, place, and labels and aliases of its own tags, in all languages. */
export type Texts = (readonly string[])[];

/** Opens a dataset and waits for all its text. */
export async function fetchRecords(address: string): Promise<Records> {
  const { body } = await fetch(address);
  if (!body) throw new Error(`nothing at ${address}`);
  const { records } = await openRecords(chunksOf(body));
  await records.whole();
  return records;
}

export function textsOf(records: Records): Texts {
  const labels = new Map(
    records.head.facets.flatMap(({ id, values }) =>
      values.map(value => [`${id} ${value.id}`, [value.label, ...(value.aliases ?? [])].flatMap(languagesOf)]),
    ),
  );
  return Array.from({ length: records.size }, (_, position) => {
    const { title, summary, place, tags } = records.rowAt(position);
    const own = Object.entries(tags).flatMap(([facet, values]) => values.map(value => `${facet} ${value}`));
    return [...[title, summary, place?.name].flatMap(languagesOf), ...own.flatMap(tag => labels.get(tag) ?? [])];
  });
}

function languagesOf(text: Text | undefined): string[] {
  if (text === undefined) return [];
  return typeof text === 'string' ? [text] : Object.values(text);
}

const SHORTEST = 3;

/**
 * Returns two-word searches: a complete word and the beginning of another, both from one activity, so that there is a match.
 */
export function questionsOf(
  records: Records,
  textsAt: (position: number) => readonly string[],
  count: number,
): string[] {
  const random = createRandom(1, 'searches');
  return Array.from({ length: count }, () => {
    const words = textsAt(random.below(records.size)).flatMap(text => wordsOf(text));
    const long = words.filter(({ length }) => length > SHORTEST);
    const [first = '', second = ''] = [long[random.below(long.length)], long[random.below(long.length)]];
    return `${first} ${second.slice(0, SHORTEST + random.below(second.length - SHORTEST))}`;
  });
}
