import { firstWhere } from '../../lib/binary-search';
import { dateForm } from '../../lib/date-form';
import { type Day, dateOf, isOpen } from '../../lib/day';
import { samplingRank } from '../../lib/sampling';
import { isUndated } from '../../lib/undated';
import type { OpenDataset } from '../../model/answer';
import { PLACE_COLUMN } from '../../model/columns';
import type { DatasetHead, Facet } from '../../model/dataset';
import { facetTree } from '../../model/facet-tree';
import { outliersOf } from '../../model/outliers';
import type { Records } from '../../model/records';
import { hasBit } from '../local/bitset';
import { type ComputedOrder, ranksBy } from '../local/make-order';
import { barsOf, binOf, extentOf, stopsOf } from '../local/scale';
import { searchedTexts } from '../local/searched-texts';
import { runToEnd } from '../local/slices';
import { numberOfForm } from './date-forms';
import { identifier } from './sql';
import { wordsColumn } from './words';

/*
 * A dataset in ClickHouse consists of four tables, here with the name T:
 *
 *   T         a row for each activity, with the values by which activities are counted, sorted and searched
 *   T_text    the complete activities, as JSON
 *   T_ids     ids and former ids
 *   T_head    a single row: everything about the dataset as a whole, as JSON
 *
 * On a cluster, each of the first three is a Distributed table over the tables T_local, T_text_local and T_ids_local of the
 * nodes. `n` is the position of an activity in date order; n modulo the number of nodes decides which node has the activity.
 */

/** The version of the schema. It must be increased whenever the code would misread tables of earlier versions. */
export const SCHEMA_VERSION = 1;

/** The columns of the table T. Facets and values are numbered by their indices in the dataset's lists. */
export interface ActivityColumns {
  n: number;
  /** The first and last possible day. For open sides and undated activities, the numbers are those in `Activity`. */
  start: Day;
  finish: Day;
  /** The year of the first day. It equals `start` if the start is open or the activity has no date. */
  year: number;
  /** The bins of the dataset's scale that contain the first and the last day. */
  bin: number;
  endBin: number;
  inexact: 0 | 1;
  level: number;
  /** The form of the date, as `numberOfForm` writes it. */
  form: number;
  /** The searched words, as `wordsColumn` writes them. */
  words: string;
  /** `v0`, `v1` …: the activity's values of a facet and all broader values. `[facet.values.length]` means no value. */
  [values: `v${number}`]: readonly number[];
  /** `t0`, `t1` …: the activity's own values of a facet, in ascending order. */
  [tags: `t${number}`]: readonly number[];
  /** `b0`, `b1` …: the values of `v0`, `v1` … as the bits of a number, for facets with at most 63 values. */
  [bits: `b${number}`]: string;
  /** `o0` is the rank by title, `o1` by place, `o2` … by fields. It is `NO_RANK` without such a value. */
  [order: `o${number}`]: number;
}

/** The rows of one activity in the tables T, T_text and T_ids. They can be inserted as JSONEachRow. */
export interface ActivityRows {
  columns: ActivityColumns;
  text: { n: number; activity: string };
  ids: readonly { id: string; n: number }[];
}

/** The JSON in the table T_head: an opened dataset without the counts that ClickHouse computes. */
export interface StoredHead extends Omit<OpenDataset, 'key' | 'density' | 'counts' | 'table' | 'changes'> {
  schema: typeof SCHEMA_VERSION;
  /** The version of the dataset's content. It differs whenever the content differs. */
  version: string;
  /** The number of activities with a date. Activities without a date have the positions from this number on. */
  dated: number;
  /** The number of nodes that share the activities: the activity at position n is on node n modulo `parts`. */
  parts: number;
}

export const NO_RANK = 0xffff_ffff;

/** A facet with at most this many values is also stored as bits. One more bit represents “no value”. */
const MAX_BITS = 63;

export function hasBits({ values }: Pick<Facet, 'values'>): boolean {
  return values.length <= MAX_BITS;
}

export interface Cluster {
  name: string;
  database: string;
}

type Columns = readonly (readonly [name: string, type: string])[];

const IDS: Columns = [
  ['id', 'String'],
  ['n', 'UInt32'],
];

const TEXT: Columns = [
  ['n', 'UInt32'],
  ['activity', 'String'],
];

const HEAD: Columns = [
  ['part', 'UInt8'],
  ['json', 'String'],
];

function activityColumns({ facets, fields = [] }: Pick<DatasetHead, 'facets' | 'fields'>): Columns {
  return [
    ['n', 'UInt32'],
    ['start', 'Int32'],
    ['finish', 'Int32'],
    ['year', 'Int32'],
    ['bin', 'UInt16'],
    ['endBin', 'UInt16'],
    ['inexact', 'UInt8'],
    ['level', 'UInt8'],
    ['form', 'UInt8'],
    ...facets.flatMap(
      (facet, f): Columns => [
        [`v${f}`, 'Array(UInt32)'],
        [`t${f}`, 'Array(UInt32)'],
        ...(hasBits(facet) ? [[`b${f}`, 'UInt64'] as const] : []),
      ],
    ),
    ...['title', 'place', ...fields].map((_, o) => [`o${o}`, 'UInt32'] as const),
    ['words', 'String'],
  ];
}

/**
 * The rows in a granule, the smallest block that ClickHouse reads. It is small, because few texts are read at a time.
 */
const TEXT_GRANULARITY = 128;

/** A statement that returns 1 if the server can make text indexes and list their words. */
export const TEXT_INDEX_QUERY = "SELECT count() FROM system.table_functions WHERE name = 'mergeTreeTextIndex'";

/** An index of the words in the column `words`, with the separators that `wordsColumn` writes. */
const TEXT_INDEX = ", INDEX words words TYPE text(tokenizer = splitByString(['|', ' ', '\\n']))";

/**
 * Returns the statements that create the tables that store data on a node. In a cluster, every node needs these tables.
 */
export function createTables(
  table: string,
  head: Pick<DatasetHead, 'facets' | 'fields'>,
  { isOfCluster = false, hasTextIndex = false }: { isOfCluster?: boolean; hasTextIndex?: boolean } = {},
): string[] {
  const local = isOfCluster ? '_local' : '';
  const create = (name: string, columns: Columns, key: string, granularity = 8192, index = '') =>
    `CREATE TABLE IF NOT EXISTS ${identifier(name)} (${columns.map(column => column.join(' ')).join(', ')}${index}) ` +
    `ENGINE = MergeTree ORDER BY ${key} SETTINGS index_granularity = ${granularity}`;
  return [
    create(`${table}${local}`, activityColumns(head), 'n', 8192, hasTextIndex ? TEXT_INDEX : ''),
    create(`${table}_text${local}`, TEXT, 'n', TEXT_GRANULARITY),
    create(`${table}_ids${local}`, IDS, 'id'),
    create(`${table}_head`, HEAD, 'part'),
  ];
}

/** Returns the statements that create, on one node, the Distributed tables over all nodes of a cluster. */
export function createDistributed(
  table: string,
  head: Pick<DatasetHead, 'facets' | 'fields'>,
  cluster: Cluster,
): string[] {
  const database = identifier(cluster.database);
  const create = (name: string, columns: Columns) =>
    `CREATE TABLE IF NOT EXISTS ${identifier(name)} (${columns.map(column => column.join(' ')).join(', ')}) ` +
    `ENGINE = Distributed(${identifier(cluster.name)}, ${database}, ${identifier(`${name}_local`)}, n)`;
  return [create(table, activityColumns(head)), create(`${table}_text`, TEXT), create(`${table}_ids`, IDS)];
}

/** Returns the content of the table T_head. The texts of the records must be loaded before. */
export function storedHead(
  { head, earliest, latest, size, ...records }: Records,
  about: Pick<StoredHead, 'version' | 'parts' | 'problems' | 'unlisted'>,
): StoredHead {
  const extent = extentOf(earliest, latest);
  const stops = stopsOf(extent, head.coverage);
  return {
    schema: SCHEMA_VERSION,
    ...about,
    head,
    total: size,
    dated: firstWhere(0, size, position => isUndated({ earliest: earliest[position] ?? 0 })),
    extent,
    stops: stops.edges,
    scale: barsOf(stops, size),
    outliers: outliersOf({ size, earliest, latest, idAt: records.idAt }),
  };
}

/**
 * Returns a function that makes the table rows of the activity at a position. First sorts all activities by title,
 * place and each field, which takes seconds for a million activities. The texts of the records must be loaded before.
 */
export function rowsOf(records: Records, { scale }: Pick<StoredHead, 'scale'>): (position: number) => ActivityRows {
  const { head, earliest, latest, inexact } = records;
  const textsOf = searchedTexts(head);
  const orders = ordersOf(head).map(order => ranksOf(records, order));
  const valuesOf = head.facets.map(facet => facetValues(records, facet));
  return n => {
    const [start, end] = [earliest[n] ?? 0, latest[n] ?? 0];
    const row = records.rowAt(n);
    const activity = records.activityAt(n);
    const columns: ActivityColumns = {
      n,
      start,
      finish: end,
      year: isOpen(start) ? start : dateOf(start).year,
      bin: binOf(scale.edges, start),
      endBin: binOf(scale.edges, end),
      inexact: hasBit(inexact, n) ? 1 : 0,
      level: samplingRank(n),
      form: numberOfForm(dateForm(row.date, row)),
      words: wordsColumn(textsOf(row)),
    };
    for (const [f, of] of valuesOf.entries()) of(columns, f);
    orders.forEach((ranks, o) => {
      columns[`o${o}`] = ranks[n] ?? NO_RANK;
    });
    const former = (activity.formerIds ?? []).filter(id => id !== activity.id && records.positionOf(id) === n);
    return {
      columns,
      text: { n, activity: JSON.stringify(activity) },
      ids: [activity.id, ...new Set(former)].map(id => ({ id, n })),
    };
  };
}

/** Returns the orders whose ranks are stored in the columns `o0`, `o1` … */
export function ordersOf({ fields = [] }: Pick<DatasetHead, 'fields'>): ComputedOrder[] {
  return ['title', ...[PLACE_COLUMN, ...fields.map(({ id }) => id)].map(column => ({ column, isDescending: false }))];
}

function ranksOf(records: Records, order: ComputedOrder): Uint32Array {
  const { ranks, count } = runToEnd(ranksBy(records, order));
  return ranks.map(rank => (rank < count ? rank : NO_RANK));
}

/** Returns a function that adds a facet's columns to the columns of an activity. `f` is the index of the facet. */
function facetValues({ tags }: Records, facet: Facet): (columns: ActivityColumns, f: number) => void {
  const column = tags.get(facet.id);
  const { above } = facetTree(facet);
  return (columns, f) => {
    const own = new Set(column?.values.subarray(column.offsets[columns.n], column.offsets[columns.n + 1]));
    const all = new Set<number>();
    for (const value of own) for (let at = value; at >= 0; at = above[at] ?? -1) all.add(at);
    if (all.size === 0) all.add(facet.values.length);
    columns[`v${f}`] = [...all].sort((a, b) => a - b);
    columns[`t${f}`] = [...own].sort((a, b) => a - b);
    if (hasBits(facet)) columns[`b${f}`] = bitsOf([...all]);
  };
}

/**
 * Returns a number with bit v set for each value v. The number is a text, because JSON numbers have fewer than 64 bits.
 */
export function bitsOf(values: readonly number[]): string {
  return String(values.reduce((bits, value) => bits | (1n << BigInt(value)), 0n));
}
