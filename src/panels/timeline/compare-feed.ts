import type { TextTools } from '../../i18n/text-tools';
import { type FedDensity, type FedLane, type MarkModel, type MarkWords, marksOf } from '../../layout/feed';
import { laneSilence } from '../../layout/lane-silence';
import type { DaySpan } from '../../lib/day';
import type { ActivityRow } from '../../model/answer';
import type { Replies } from '../../model/wants';

const A = 'a';
const B = 'b';

type Words = (row: ActivityRow) => MarkWords;

type ComparedReplies = Pick<Replies, 'counts' | 'marks' | 'laneDensity' | 'compared'>;

/** Returns a lane for each of two compared selections. Activities in both are marked as shared. */
export function compareFeed(
  { counts: { total, recorded }, marks: { marks, compared: others }, compared, laneDensity }: ComparedReplies,
  bounds: DaySpan,
  tools: TextTools,
  wordsOf: Words,
): { lanes: FedLane[]; marks: MarkModel[]; density: FedDensity | null } {
  const inA = new Set(marks.map(({ id }) => id));
  const inB = new Set(others.map(({ id }) => id));
  const markSide = (rows: readonly ActivityRow[], side: typeof A | typeof B, other: ReadonlySet<string>) =>
    marksOf(
      rows,
      bounds,
      () => [side],
      () => tools.t(`compare.${side}`),
      row => {
        const words = wordsOf(row);
        return other.has(row.id) ? { ...words, name: tools.t('compare.inBoth', { name: words.name }) } : words;
      },
    ).map(mark => ({ ...mark, isShared: other.has(mark.activity) }));
  const lane = (id: typeof A | typeof B, count: number): FedLane => ({
    id,
    label: tools.t(`compare.${id}`),
    title: '',
    count: tools.number(count),
    depth: 0,
    isOpen: null,
    toggleName: '',
    silence: laneSilence({ count, recorded }, tools),
    isUnmatched: false,
  });
  const edges = (laneDensity.selection ?? laneDensity.compared)?.edges;
  return {
    lanes: [lane(A, total), lane(B, compared?.total ?? 0)],
    marks: [...markSide(marks, A, inB), ...markSide(others, B, inA)],
    density: edges
      ? {
          edges,
          lanes: new Map([
            [A, laneDensity.selection?.lanes[0]?.counts ?? []],
            [B, laneDensity.compared?.lanes[0]?.counts ?? []],
          ]),
        }
      : null,
  };
}
