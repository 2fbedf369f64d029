import { type Heading, headingsOf } from './dated-lines';
import { joined, type Line } from './text-lines';

export interface Item {
  line: number;
  /** The date as it is written, or as EDTF if it was inferred. '' if there is none. */
  date: string;
  title: string;
  body: string;
  place?: string;
  /** Says where the date is from. Only set if the date is not in the heading itself. */
  dateNote?: string;
}

export interface Items {
  items: readonly Item[];
  before: readonly Line[];
  unread: readonly Line[];
}

/** A line of more characters is not taken as the title of a date in the line below. */
const LONGEST_TITLE_LINE = 200;

/** Returns the items of a text with dated headings. An item ends where the next item begins. */
export function datedItems(lines: readonly Line[]): Items {
  const { headings, yearLines, unread } = headingsOf(lines);
  const areAbove = titlesAreAbove(lines, headings);
  const firsts = headings.map(({ index, title }) => (title === '' && areAbove ? index - 1 : index));
  const textBetween = (from: number, to?: number) =>
    lines.slice(from, to).filter(({ number }) => !yearLines.has(number));
  const items = headings.map((heading, i) =>
    itemOf(heading, textBetween(heading.index + 1, firsts[i + 1]), areAbove ? lines[heading.index - 1] : undefined),
  );
  return { items, before: textBetween(0, firsts[0]).filter(({ text }) => text !== ''), unread };
}

function itemOf(
  { index, date, title, place, dateNote }: Heading,
  after: readonly Line[],
  above: Line | undefined,
): Item {
  const next = title === '' && !above ? after.findIndex(({ text }) => text !== '') : -1;
  return {
    line: index + 1,
    date,
    title: title || (above?.text ?? after[next]?.text ?? ''),
    body: joined(after.slice(next + 1)),
    ...(place !== undefined && { place }),
    ...(dateNote !== undefined && { dateNote }),
  };
}

/** Returns whether most lines that contain only a date have a title in the line above. */
function titlesAreAbove(lines: readonly Line[], headings: readonly Heading[]): boolean {
  const alone = headings.filter(({ title }) => title === '');
  const below = alone.filter(({ index }) => {
    const above = lines[index - 1]?.text ?? '';
    const isFirst = (lines[index - 2]?.text ?? '') === '';
    return isFirst && above !== '' && above.length <= LONGEST_TITLE_LINE && !/[.!?…]$/.test(above);
  });
  return below.length > alone.length / 2;
}
