import { dateForm } from '../../lib/date-form';
import { getOwn } from '../../lib/get-own';
import type { Density, RecordFacts, Trends } from '../../model/answer';
import { MOST_COLOURS } from '../../model/colour';
import type { Filters, Selection } from '../../model/selection';
import type {
  ColourWant,
  ComparedReply,
  CountsReply,
  DifferencesReply,
  DifferencesWant,
  LanesWant,
  Replies,
  RowsReply,
  SidesReply,
  SidesWant,
  Wants,
} from '../../model/wants';
import { mostFrequentFirst } from '../local/facts';
import { MAX_POSITIONS_AWAY, mostSimilar, type Similar, weightOf } from '../local/related';
import { previewedConstraints, withoutConstraint } from '../local/removal-previews';
import { trendEdges, trendParts } from '../local/trends';
import type { Batch } from './batch';
import { binOfColumn } from './bins';
import { countOf, countValues, densitiesOf, levelsOf, sharedCounts } from './branches';
import { ALL, conditionOf, every, hasAny, includeCondition, not } from './conditions';
import type { Dataset } from './dataset';
import { formOfNumber } from './date-forms';
import { grouped, ZERO } from './grouped';
import { laneCounts, laneDensity } from './lanes';
import { marksOf } from './marks';
import { matrixOf } from './matrix';
import { list, neighboursOf, positionOf, positionsOf, rowsAt, yearsOf } from './rows';
import { integer } from './sql';

/** Answers all wants. Each want asks for its own rows, and the batch joins what is asked in the same turn into one statement. */
export async function answer(
  batch: Batch,
  dataset: Dataset,
  selection: Selection,
  wants: Wants,
): Promise<Partial<Replies>> {
  const { compare } = selection;
  const condition = conditionOf(dataset, selection);
  const anyTime = (filters: Filters) => conditionOf(dataset, filters, { window: true });
  const { rows, marks, sides, laneDensity: bins, matrix, differences, activity, neighbours, related, facts } = wants;
  const { lanes, colourCounts, colourDensity } = wants;
  const density = async (filters: Filters) => (await densitiesOf(batch, dataset, anyTime(filters)))[0] ?? NO_DENSITY;
  const binsIn = async (filters: Filters, lanes: LanesWant | null) => {
    if (!bins) return null;
    const { total, undated } = await levelsOf(batch, dataset, conditionOf(dataset, filters));
    if (total - undated <= bins.above) return null;
    return laneDensity(batch, dataset, anyTime(filters), { lanes, bins: bins.bins });
  };
  const pending = {
    counts: wants.counts && countsOf(batch, dataset, selection),
    compared: wants.compared && (compare ? comparedOf(batch, dataset, selection, compare) : null),
    differences: differences && (compare ? differencesOf(batch, dataset, [selection, compare], differences) : null),
    sides: sides && (compare ? sidesOf(batch, dataset, [selection, compare], sides) : null),
    density: wants.density && both(density(selection), compare && density(compare)),
    colourCounts: colourCounts && colourCountsOf(batch, dataset, condition, colourCounts),
    colourDensity: colourDensity && colourDensitiesOf(batch, dataset, anyTime(selection), colourDensity),
    rows: rows && rowsOf(batch, dataset, selection, rows),
    marks: marks && marksReply(batch, dataset, selection, marks),
    lanes: lanes && laneCounts(batch, dataset, selection, lanes),
    laneDensity: bins && both(binsIn(selection, bins.lanes), compare && binsIn(compare, null)),
    matrix: matrix && matrixOf(batch, dataset, condition, matrix),
    removals: wants.removals && removalsOf(batch, dataset, selection),
    activity: activity && activityOf(batch, dataset, activity.id),
    neighbours: neighbours && neighboursOf(batch, dataset, condition, neighbours),
    related: related && relatedOf(batch, dataset, related.id),
    trends: wants.trends && trendsOf(batch, dataset),
    facts: facts && factsOf(batch, dataset, facts.periods),
  };
  const names = Object.keys(pending).filter(name => wants[name as keyof Wants] !== undefined);
  const replies = await Promise.all(names.map(name => pending[name as keyof typeof pending]));
  return Object.fromEntries(names.map((name, i) => [name, replies[i]]));
}

const NO_DENSITY: Density = { total: [], vague: [] };

async function both<T>(
  selection: Promise<T>,
  compared: Promise<T> | null,
): Promise<{ selection: T; compared: T | null }> {
  const [own, other] = await Promise.all([selection, compared]);
  return { selection: own, compared: other };
}

async function countsOf(batch: Batch, dataset: Dataset, filters: Filters): Promise<CountsReply> {
  const [{ total, inexact, undated }, recorded, facets] = await Promise.all([
    levelsOf(batch, dataset, conditionOf(dataset, filters)),
    countOf(batch, dataset, conditionOf(dataset, filters, { filters: true })),
    facetCounts(batch, dataset, filters),
  ]);
  return { total, inexact, undated, recorded, facets, textLoss: null };
}

/** For each facet, counts the activities of each value that pass all filters except the facet's own choices. */
function facetCounts(batch: Batch, dataset: Dataset, filters: Filters) {
  return Promise.all(
    [...dataset.facets].map(([id, facet]) => {
      const choice = getOwn(filters.facets, id);
      const kept = choice?.mode === 'all' ? includeCondition(facet, choice) : ALL;
      return countValues(batch, dataset, facet, every([conditionOf(dataset, filters, { facet: id }), kept]));
    }),
  );
}

async function comparedOf(
  batch: Batch,
  dataset: Dataset,
  selection: Filters,
  compare: Filters,
): Promise<ComparedReply> {
  const shared = every([conditionOf(dataset, selection), conditionOf(dataset, compare)]);
  const [{ textLoss: _, ...counts }, both] = await Promise.all([
    countsOf(batch, dataset, compare),
    countOf(batch, dataset, shared),
  ]);
  return { ...counts, both };
}

type Sides = readonly [Filters, Filters];

async function differencesOf(
  batch: Batch,
  dataset: Dataset,
  sides: Sides,
  { bars }: DifferencesWant,
): Promise<DifferencesReply> {
  const [a, b] = [conditionOf(dataset, sides[0]), conditionOf(dataset, sides[1])];
  const shared = every([a, b]);
  const facets = [...dataset.facets].map(async ([id, facet]) => {
    const [ofA, ofB, both] = await Promise.all(
      [a, b, shared].map(condition => countValues(batch, dataset, facet, condition)),
    );
    const none = { facet: id, counts: [], none: 0 };
    return { facet: id, a: ofA ?? none, b: ofB ?? none, both: both ?? none };
  });
  const [barsA, barsB, counted] = await Promise.all([
    sharedCounts(batch, dataset, a, bars.a),
    sharedCounts(batch, dataset, b, bars.b),
    Promise.all(facets),
  ]);
  return { facets: counted, bars: { a: barsA, b: barsB } };
}

async function sidesOf(
  batch: Batch,
  dataset: Dataset,
  sides: Sides,
  { part, order, limit }: SidesWant,
): Promise<SidesReply> {
  const side = async (own: Filters, other: Filters) => {
    const others = conditionOf(dataset, other);
    const rest = part === 'all' ? ALL : part === 'both' ? others : not(others);
    const condition = every([conditionOf(dataset, own), rest]);
    const [total, listed] = await Promise.all([
      countOf(batch, dataset, condition),
      list(batch, dataset, condition, { order, limit }),
    ]);
    return {
      total,
      rows: await rowsAt(
        batch,
        listed.map(({ b }) => b),
      ),
    };
  };
  const [a, b] = await Promise.all([side(sides[0], sides[1]), side(sides[1], sides[0])]);
  return { a, b, isPartial: false, textLoss: null };
}

async function rowsOf(
  batch: Batch,
  dataset: Dataset,
  selection: Selection,
  { order, start, limit, detailUpTo = 0, values }: NonNullable<Wants['rows']>,
): Promise<RowsReply> {
  const condition = conditionOf(dataset, selection);
  const counted = yearsOf(batch, dataset, condition, order);
  const [{ total }, years, positions] = await Promise.all([
    levelsOf(batch, dataset, condition),
    counted,
    positionsOf(batch, dataset, condition, { order, start, limit }, counted),
  ]);
  const more = total <= detailUpTo ? 'detail' : selection.text === '' ? 'nothing' : 'summary';
  const rows = await rowsAt(batch, positions, { more, hasValues: values === true });
  return { rows, start, total, years, isPartial: false, textLoss: null };
}

async function marksReply(
  batch: Batch,
  dataset: Dataset,
  { compare, ...filters }: Selection,
  want: NonNullable<Wants['marks']>,
): Promise<Replies['marks']> {
  const [marks, compared] = await Promise.all([
    marksOf(batch, dataset, filters, want),
    compare ? marksOf(batch, dataset, compare, { ...want, lanes: null }) : [],
  ]);
  return { marks, compared, isPartial: false, textLoss: null };
}

async function colourCountsOf(
  batch: Batch,
  dataset: Dataset,
  condition: string,
  { facet: id, values }: ColourWant,
): Promise<number[]> {
  const facet = dataset.facets.get(id);
  const coloured = values.slice(0, MOST_COLOURS);
  if (!facet) return coloured.map(() => 0);
  const { counts, none } = await countValues(batch, dataset, facet, condition);
  const all = [...counts, none];
  return coloured.map(value => all[facet.numberOf(value) ?? -1] ?? 0);
}

/**
 * Returns the distribution over time of the activities of each colour. Activities are grouped by their set of colours, a
 * number with one bit for each colour. An activity with several colours counts half for each of its first two colours.
 */
async function colourDensitiesOf(
  batch: Batch,
  dataset: Dataset,
  condition: string,
  { facet: id, values }: ColourWant,
): Promise<Density[]> {
  const facet = dataset.facets.get(id);
  const coloured = values.slice(0, MOST_COLOURS);
  const bits = coloured.map((value, colour) => {
    const number = facet?.numberOf(value);
    return facet && number !== undefined ? `toInt64(${hasAny(facet, [number])}) * ${2 ** colour}` : ZERO;
  });
  const group = [ZERO, ...bits].join(' + ');
  const densities = await densitiesOf(batch, dataset, condition, { group, groups: 2 ** coloured.length });
  return coloured.map((_, colour) => {
    const sum: { total: number[]; vague: number[] } = {
      total: (densities[0]?.total ?? []).map(() => 0),
      vague: (densities[0]?.vague ?? []).map(() => 0),
    };
    densities.forEach((density, group) => {
      const has = coloured.flatMap((_, i) => ((group >> i) & 1 ? [i] : [])).slice(0, 2);
      if (!has.includes(colour)) return;
      for (const part of ['total', 'vague'] as const) {
        density[part].forEach((amount, bin) => {
          sum[part][bin] = (sum[part][bin] ?? 0) + amount / has.length;
        });
      }
    });
    return sum;
  });
}

async function removalsOf(batch: Batch, dataset: Dataset, selection: Selection): Promise<Replies['removals']> {
  const { total } = await levelsOf(batch, dataset, conditionOf(dataset, selection));
  if (total > 0) return [];
  return Promise.all(
    previewedConstraints(selection).map(async constraint => {
      const left = conditionOf(dataset, withoutConstraint(selection, constraint));
      return { constraint, total: await countOf(batch, dataset, left) };
    }),
  );
}

async function activityOf(batch: Batch, dataset: Dataset, id: string): Promise<Replies['activity']> {
  const position = await positionOf(batch, dataset, id);
  const activity = position === null ? null : (await batch.activities([position])).get(position);
  return activity ? { ...activity, form: dateForm(activity.date, activity) } : null;
}

/** Returns the activities that share values with an activity and are near it in time, the most similar first. */
async function relatedOf(batch: Batch, dataset: Dataset, id: string): Promise<Replies['related']> {
  const { tables, counts, stored } = dataset;
  const position = await positionOf(batch, dataset, id);
  const activity = position === null ? undefined : (await batch.activities([position])).get(position);
  if (position === null || !activity) return [];
  const near = every([
    `n >= ${integer(position - MAX_POSITIONS_AWAY)}`,
    `n <= ${integer(position + MAX_POSITIONS_AWAY)}`,
    `n != ${integer(position)}`,
  ]);
  const found = new Map<number, Similar>();
  await Promise.all(
    [...dataset.facets].map(async ([facetId, facet]) => {
      const own = new Set((getOwn(activity.tags, facetId) ?? []).flatMap(value => facet.numberOf(value) ?? []));
      if (own.size === 0) return;
      const rows = await batch.rows(
        grouped(tables.activities, every([near, hasAny(facet, [...own])]), {
          a: 'n',
          b: `arrayJoin(t${facet.f})`,
          x: 'any(start)',
        }),
      );
      for (const { a: at, b, x: start } of rows) {
        if (!own.has(b)) continue;
        const similar = found.get(at) ?? { at, shared: 0, distance: Math.abs(start - activity.earliest) };
        similar.shared += weightOf(counts[facet.f]?.counts[b] ?? 1, stored.total);
        found.set(at, similar);
      }
    }),
  );
  return rowsAt(batch, mostSimilar([...found.values()].filter(({ shared }) => shared > 0)));
}

async function trendsOf(batch: Batch, dataset: Dataset): Promise<Trends> {
  const { tables, stored } = dataset;
  const parts = trendParts(stored);
  const facets = [...dataset.facets].map(async ([id, { f, facet }]) => {
    const counts = new Array<number>((facet.values.length + 1) * parts).fill(0);
    if (parts > 0) {
      const keys = { a: `arrayJoin(v${f})`, b: binOfColumn('start', trendEdges(stored.stops, parts)) };
      for (const { a, b, x } of await batch.rows(grouped(tables.activities, `n < ${integer(stored.dated)}`, keys))) {
        counts[a * parts + b] = (counts[a * parts + b] ?? 0) + x;
      }
    }
    return { facet: id, counts };
  });
  return { parts, facets: await Promise.all(facets) };
}

async function factsOf(
  batch: Batch,
  dataset: Dataset,
  periods: NonNullable<Wants['facts']>['periods'],
): Promise<RecordFacts> {
  const [forms, ...counts] = await Promise.all([
    batch.rows(grouped(dataset.tables.activities, ALL, { a: 'form' })),
    ...periods.map(({ earliest, latest }) =>
      countOf(batch, dataset, every([`start >= ${integer(earliest)}`, `start <= ${integer(latest)}`])),
    ),
  ]);
  const dates = new Map<number, number>();
  for (const { a, x } of forms) dates.set(a, (dates.get(a) ?? 0) + x);
  return {
    dates: mostFrequentFirst([...dates].map(([form, count]) => ({ form: formOfNumber(form), count }))),
    periods: counts,
  };
}
