import { ALL, every, membersOf } from './logic';
import { integer } from './sql';

/** A SELECT of the columns `a`, `b`, `x` and `y`. The branches of a question are joined into one statement. */
export interface Branch {
  sql: string;
  /** The part of the branch that can share a scan with other branches. Null if the branch must run alone. */
  scan: Scan | null;
}

interface Scan {
  table: string;
  condition: string;
  a: string;
  b: string;
}

/** The SQL expressions of a branch. The keys `a` and `b` are whole numbers; the amounts `x` and `y` are any numbers. */
export interface Keys {
  a?: string;
  b?: string;
  x?: string;
  y?: string;
  /** Whether `b` is always from 0 to a million. Only such a branch can share a scan. */
  hasSmallB?: boolean;
}

/** Always 0. A constant would not work, because ClickHouse 18 confuses constants with columns in clusters. */
export const ZERO = 'level * 0';

/**
 * Returns a branch that groups activities by keys, and counts each group or sums up its amounts. Only activities that
 * meet the condition are counted.
 */
export function grouped(
  table: string,
  condition: string,
  { a = ZERO, b = ZERO, x = 'count()', y = 'count() * 0', hasSmallB = b === ZERO }: Keys,
): Branch {
  const sql =
    `SELECT toInt64(${a}) AS a, toInt64(${b}) AS b, toFloat64(${x}) AS x, toFloat64(${y}) AS y ` +
    `FROM ${table} WHERE ${condition} GROUP BY a, b`;
  const isCount = x === 'count()' && hasSmallB;
  return { sql, scan: isCount ? { table, condition, a, b } : null };
}

/** A shared scan groups by one number: branch index (below `MAX_SHARED`) from bit 52, key `a` from bit 20, then key `b`. */
const MAX_SHARED = 4096;
const BITS = { branch: 52, a: 20 };
const LEAST_A = 2 ** 31;

/**
 * Returns statements with the columns `c`, `a`, `b`, `x` and `y`. `c` is the index of a branch, and the others are the
 * columns of this branch. Branches with the same search share a scan, because reading the words takes longer than
 * everything else.
 */
export function statementsOf(branches: readonly Branch[]): string[] {
  const scans = new Map<string, Member[]>();
  const alone: string[] = [];
  branches.forEach(({ sql, scan }, c) => {
    const members = scan ? membersOf(scan.condition) : [];
    const search = every(members.filter(isSearch));
    if (!scan || c >= MAX_SHARED || search === ALL) {
      alone.push(statement(c, sql));
      return;
    }
    const key = `${scan.table} ${search}`;
    const sharing = scans.get(key) ?? [];
    sharing.push({ c, sql, scan, search, rest: members.filter(member => !isSearch(member)) });
    scans.set(key, sharing);
  });
  return [...alone, ...[...scans.values()].map(sharedScan)];
}

/** A branch that shares a scan. `search` is the search's condition, and `rest` are the other conditions. */
interface Member {
  c: number;
  sql: string;
  scan: Scan;
  search: string;
  rest: readonly string[];
}

/** Returns whether a condition belongs to a search: it reads the words or lists the activities found. */
function isSearch(condition: string): boolean {
  return /\(words,|\bn IN \(/.test(condition);
}

function statement(c: number, sql: string): string {
  return `SELECT materialize(toUInt16(${integer(c)})) AS c, toInt64(a) AS a, toInt64(b) AS b, toFloat64(x) AS x, toFloat64(y) AS y FROM (${sql})`;
}

/**
 * Returns one statement for several branches. It encodes the keys of each branch as one number and counts equal
 * numbers.
 */
function sharedScan(members: readonly Member[]): string {
  const [first, ...others] = members;
  if (!first) return '';
  if (others.length === 0) return statement(first.c, first.sql);
  const common = first.rest.filter(condition => others.every(({ rest }) => rest.includes(condition)));
  const codes = members.map(({ scan, c, rest }) =>
    codesOf(scan, c, every(rest.filter(condition => !common.includes(condition)))),
  );
  return (
    `SELECT toUInt16(bitShiftRight(k, ${BITS.branch})) AS c, ` +
    `toInt64(bitAnd(bitShiftRight(k, ${BITS.a}), ${2 ** 32 - 1})) - ${LEAST_A} AS a, ` +
    `toInt64(bitAnd(k, ${2 ** BITS.a - 1})) AS b, toFloat64(x) AS x, toFloat64(x * 0) AS y FROM ` +
    `(SELECT arrayJoin(arrayConcat(${codes.join(', ')})) AS k, count() AS x FROM ${first.scan.table} ` +
    `WHERE ${every([...common, first.search])} GROUP BY k)`
  );
}

const JOINED = /^arrayJoin\(([vt]\d+)\)$/;

/** Returns an SQL list of an activity's encoded keys. It is empty if the activity does not meet `condition`. */
function codesOf({ a, b }: Scan, c: number, condition: string): string {
  const [valuesA, valuesB] = [JOINED.exec(a)?.[1], JOINED.exec(b)?.[1]];
  const branch = `bitShiftLeft(toUInt64(${integer(c)}), ${BITS.branch})`;
  const ofA = (key: string) => `bitShiftLeft(toUInt64(toInt64(${key}) + ${LEAST_A}), ${BITS.a})`;
  const base = [branch, ofA(valuesA ? ZERO : a), `toUInt64(${valuesB ? ZERO : b})`].join(' + ');
  const all = valuesA ?? valuesB;
  if (all === undefined) return condition === ALL ? `[${base}]` : `arrayResize([${base}], toInt64(${condition}))`;
  const values = condition === ALL ? all : `arrayResize(${all}, length(${all}) * toInt64(${condition}))`;
  const value = valuesA ? `bitShiftLeft(toUInt64(value), ${BITS.a})` : 'toUInt64(value)';
  // Passes `base` as a list, because ClickHouse 18 does not find columns that are used only inside a lambda.
  return `arrayMap((value, base) -> base + ${value}, ${values}, arrayResize([${base}], length(${values}), ${base}))`;
}
