import { shortened } from '../../lib/shortened';
import { OpenFailure, type Problem, type ProblemCode } from '../../model/problem';
import type { Reading, ReadingColumn } from '../../model/reading';
import { LONGEST_TITLE } from '../../model/text';
import { shown } from '../document/report';
import type { ReadOptions } from '../form';
import { orderEvidence } from '../table/dates';
import { type OpenedTable, readTable } from '../table/read-table';
import type { Table } from '../table/table';
import { datedItems, type Item } from './items';
import { type Line, linesOf } from './text-lines';
import { undatedItems } from './undated-items';

/** The maximum length in characters of a first line that is taken as the title of the text. */
const LONGEST_TEXT_TITLE = 120;

/**
 * Reads a text for people as a draft of a dataset. The items are read like rows of a table, so that the user can choose
 * the order of day and month. Throws `OpenFailure` if no item with a date is found.
 */
export function readBrochure(text: string, options: ReadOptions): OpenedTable {
  const lines = linesOf(text);
  const dated = datedItems(lines);
  const { items, before, unread } = dated.items.length > 0 ? dated : undatedItems(lines);
  if (items.length === 0) throw new OpenFailure('noDatedText', shown(text.trim()));
  const [first, ...others] = before;
  const isTitle = first !== undefined && first.text.length <= LONGEST_TEXT_TITLE;
  const title = isTitle ? first.text : undefined;
  const description = (isTitle ? others : before).map(line => line.text).join('\n');
  const table = tableOf(items, title ?? nameOf(options.name), {
    ...(title !== undefined && { title }),
    ...(description !== '' && { description }),
  });
  const opened = readTable(table, { ...options, reading: options.reading ?? readingOf(items) });
  const notes = [
    ...before.map(line => noteOf(line, 'textBefore', 'note')),
    ...unread.map(line => noteOf(line, 'lineUndated', 'note')),
  ];
  return { ...opened, problems: [...notes, ...opened.problems.map(asLine)] };
}

function noteOf({ number, text }: Line, code: ProblemCode, loss: Problem['loss']): Problem {
  return { path: `line ${number}`, code, loss, found: shown(text) };
}

/** Changes `row` in the path of a problem to `line`, because items are numbered by their first lines. */
function asLine(problem: Problem): Problem {
  return { ...problem, path: problem.path.replace(/^row /, 'line ') };
}

function nameOf(name = ''): string {
  return (
    name
      .split('/')
      .at(-1)
      ?.replace(/\.\w{2,6}$/, '') || 'Text'
  );
}

const COLUMNS: readonly ReadingColumn[] = [
  { name: 'date', as: 'date' },
  { name: 'title', as: 'title' },
  { name: 'summary', as: 'summary' },
  { name: 'place', as: 'place' },
  { name: 'date_note', as: 'ignore' },
  { name: 'source', as: 'source' },
  { name: 'source_item', as: 'ignore' },
];

function tableOf(items: readonly Item[], source: string, about: Pick<Table, 'title' | 'description'>): Table {
  const rows = items.map((item, i) => {
    const { title, body } = withShortTitle(item);
    return [item.date, title, body, item.place ?? '', item.dateNote ?? '', source, String(i + 1)];
  });
  return {
    rows,
    numbers: items.map(({ line }) => line),
    origin: {},
    ...about,
  };
}

function readingOf(items: readonly Item[]): Reading {
  const evidence = orderEvidence(items.map(({ line, date }) => [line, date]));
  const [only] = evidence;
  return {
    format: 'chronofacet-reading/1',
    header: 0,
    ...(evidence.length === 1 && only && { dateOrder: only.order }),
    columns: COLUMNS,
    skip: [],
  };
}

function withShortTitle({ title, body }: Item): Pick<Item, 'title' | 'body'> {
  const short = shortened(title, LONGEST_TITLE - 1, LONGEST_TITLE / 2);
  return short === title ? { title, body } : { title: short, body: body === '' ? title : `${title}\n\n${body}` };
}
