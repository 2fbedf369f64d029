import { dateOf, isOpen } from '../lib/day';
import type { ActivityRow, Answer, Constraint, OpenedActivity, Query, Relief } from '../model/answer';
import { choiceWithout, constraintsOf } from '../model/constraints';
import type { Activity } from '../model/dataset';
import { type Bitset, countBits, countCommon, eachBit, hasBit, intersect } from './bitset';
import type { Index } from './build-index';
import { densityOf } from './density';
import { countFacets, countLanes } from './facets';
import { overlapping, passingOf, selectionOf } from './filter';

/** Answers a query from one state of the data. Everything in the answer is plain and can be cloned. */
export function answer(index: Index, query: Query): Answer {
  const passing = passingOf(index, query);
  const selection = selectionOf(index, passing);
  const anyTime = passing.window ? selectionOf(index, passing, { window: true }) : selection;
  const total = countBits(selection);
  const order = orderOf(index, selection, query);
  return {
    total,
    inexact: countCommon(selection, index.inexact),
    counts: countFacets(index, passing, query, selection),
    density: densityOf(index, anyTime),
    rows: order.slice(0, query.rowLimit).map(position => rowAt(index, position)),
    years: query.sort === 'title' ? [] : yearsOf(index, order),
    marks: marksOf(index, anyTime, query),
    lanes: countLanes(index, query.lanes, selection, anyTime),
    relief: total === 0 ? reliefOf(index, query) : [],
  };
}

function orderOf(index: Index, selection: Bitset, { sort }: Pick<Query, 'sort'>): number[] {
  if (sort === 'title') return [...index.titleOrder()].filter(position => hasBit(selection, position));
  const positions: number[] = [];
  eachBit(selection, position => {
    positions.push(position);
    return true;
  });
  return sort === '-date' ? positions.reverse() : positions;
}

function yearsOf(index: Index, order: readonly number[]): Answer['years'] {
  const years: { year: number | null; count: number }[] = [];
  for (const position of order) {
    const first = index.earliest[position] ?? 0;
    const year = isOpen(first) ? null : dateOf(first).year;
    const current = years.at(-1);
    if (current && current.year === year) current.count += 1;
    else years.push({ year, count: 1 });
  }
  return years;
}

/** The activities of the window, first, and of the margin around it, as far as the limit goes. */
function marksOf(index: Index, anyTime: Bitset, { from, to, margin, markLimit }: Query): ActivityRow[] {
  const take = (first: number | null, last: number | null): number[] => {
    const set = overlapping(index, first, last);
    intersect(set, anyTime);
    const positions: number[] = [];
    eachBit(set, position => positions.push(position) < markLimit);
    return positions;
  };
  const inside = take(from, to);
  const around = take(from === null ? null : from - margin, to === null ? null : to + margin);
  const chosen = [...new Set([...inside, ...around])].slice(0, markLimit);
  return chosen.sort((a, b) => a - b).map(position => rowAt(index, position));
}

function rowAt(index: Index, position: number): ActivityRow {
  const { id, date, earliest, latest, title, short, summary, tags, place } = at(index, position);
  return {
    id,
    date,
    earliest,
    latest,
    title,
    tags,
    ...(short !== undefined && { short }),
    ...(summary !== undefined && { summary }),
    ...(place !== undefined && { place }),
  };
}

function at(index: Index, position: number): Activity {
  const activity = index.dataset.activities[position];
  if (!activity) throw new RangeError(`no activity at position ${position}`);
  return activity;
}

function reliefOf(index: Index, query: Query): Relief[] {
  return constraintsOf(query.facets, query.text, query.from !== null || query.to !== null).map(constraint => ({
    constraint,
    total: countBits(selectionOf(index, passingOf(index, withoutConstraint(query, constraint)))),
  }));
}

function withoutConstraint(query: Query, constraint: Constraint): Query {
  switch (constraint.kind) {
    case 'text':
      return { ...query, text: '' };
    case 'window':
      return { ...query, from: null, to: null };
    case 'value': {
      const choice = query.facets[constraint.facet];
      if (!choice) return query;
      const left = choiceWithout(choice, constraint.value, constraint.excluded);
      return { ...query, facets: { ...query.facets, [constraint.facet]: left } };
    }
  }
}

/** The activity of an id or former id with its neighbours in the query's order; null when there is none. */
export function openActivity(index: Index, id: string, query: Query): OpenedActivity | null {
  const position = index.positions.get(id);
  if (position === undefined) return null;
  const order = orderOf(index, selectionOf(index, passingOf(index, query)), query);
  const place = order.indexOf(position);
  const neighbour = (offset: number) => {
    const other = place < 0 ? undefined : order[place + offset];
    return other === undefined ? null : rowAt(index, other);
  };
  return {
    activity: at(index, position),
    previous: neighbour(-1),
    next: neighbour(1),
    inSelection: place >= 0,
  };
}
