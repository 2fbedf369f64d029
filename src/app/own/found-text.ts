import type { TextTools } from '../../i18n/text-tools';
import type { ColumnFacts, ReadingColumn } from '../../model/reading';

/** Describes what was found in a column. `isDoubtful` says that the reader should check the column. */
export function foundText(
  { t }: Pick<TextTools, 't'>,
  { as }: Pick<ReadingColumn, 'as'>,
  { filled, distinct, understood = filled }: ColumnFacts,
  rows: number,
): { text: string; isDoubtful: boolean } {
  if (filled === 0) return { text: t('own.found.empty'), isDoubtful: as !== 'ignore' && as !== 'note' };
  const empty = rows - filled;
  switch (as) {
    case 'date':
    case 'start':
    case 'end':
      return understood < filled || (empty > 0 && as !== 'end')
        ? { text: t('own.found.someDates', { n: understood, of: rows, empty }), isDoubtful: true }
        : { text: t('own.found.dates', { n: understood, empty }), isDoubtful: false };
    case 'country':
      return {
        text: t('own.found.countries', { n: understood, of: filled }),
        isDoubtful: understood < filled,
      };
    case 'id':
    case 'title':
      return distinct === filled
        ? { text: t('own.found.allDifferent', { empty }), isDoubtful: empty > 0 }
        : { text: t('own.found.different', { n: distinct, empty }), isDoubtful: empty > 0 || as === 'id' };
    case 'facet':
      return { text: t('own.found.values', { n: distinct, empty }), isDoubtful: false };
    case 'note':
      return { text: t('own.found.note', { n: filled }), isDoubtful: false };
    case 'ignore':
      return { text: t('own.found.ignored', { n: filled }), isDoubtful: false };
    default:
      return { text: t('own.found.filled', { n: filled, empty }), isDoubtful: false };
  }
}
