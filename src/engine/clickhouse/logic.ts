/** The SQL conditions that are true for all activities (`ALL`) and for no activity (`NOTHING`). */
export const ALL = '1';
export const NOTHING = '0';

/**
 * Joins conditions by AND. The result is one flat list, so that ClickHouse can read the columns of cheap conditions first,
 * and so that equal conditions have equal texts.
 */
export function every(conditions: readonly string[]): string {
  const members = [...new Set(conditions.flatMap(membersOf))];
  const [only = ALL] = members;
  return members.length < 2 ? only : members.map(member => `(${member})`).join(AND);
}

const AND = ' AND ';

/** Returns the conditions that `every` joined. A condition that `every` did not make is returned as the only member. */
export function membersOf(condition: string): string[] {
  if (condition === ALL) return [];
  const members: string[] = [];
  for (let start = 0; condition[start] === '('; ) {
    const end = closingOf(condition, start);
    members.push(condition.slice(start + 1, end));
    if (end === condition.length - 1) return members;
    if (!condition.startsWith(AND, end + 1)) break;
    start = end + 1 + AND.length;
  }
  return [condition];
}

function closingOf(condition: string, start: number): number {
  let depth = 0;
  for (let at = start; at < condition.length; at += 1) {
    if (condition[at] === '(') depth += 1;
    if (condition[at] === ')') depth -= 1;
    if (depth === 0) return at;
  }
  return condition.length - 1;
}

export function some(conditions: readonly string[]): string {
  return conditions.length === 0 ? NOTHING : conditions.map(condition => `(${condition})`).join(' OR ');
}

export function not(condition: string): string {
  return `NOT (${condition})`;
}
