import type { Density } from '../../model/answer';
import type { Filters, Selection } from '../../model/selection';
import type { LanesWant, Replies, RowsReply, Wants } from '../../model/wants';
import { previewedConstraints, withoutConstraint } from '../local/removal-previews';
import type { Batch } from './batch';
import { countOf, densitiesOf, levelsOf } from './branches';
import { colourCountsOf, colourDensitiesOf } from './colours';
import { comparedOf, differencesOf, sidesOf } from './compared';
import { conditionOf } from './conditions';
import { countsOf } from './counts';
import { type Dataset, rateOf } from './dataset';
import { factsOf, trendsOf } from './facts';
import { laneCounts, laneDensity } from './lanes';
import { marksOf } from './marks';
import { matrixOf } from './matrix';
import { activityOf, relatedOf } from './one-activity';
import { neighboursOf, positionsOf, rowsAt, yearsOf } from './rows';
import { search } from './search';

/** Answers all wants. The batch joins everything that the wants ask in the same turn into one statement. */
export async function answer(
  batch: Batch,
  dataset: Dataset,
  selection: Selection,
  wants: Wants,
): Promise<Partial<Replies>> {
  const { compare } = selection;
  // For a sample, the search would take longer than the counts.
  if (!dataset.sample) await search(batch, dataset, [selection.text, compare?.text ?? '']);
  const condition = conditionOf(dataset, selection);
  const anyTime = (filters: Filters) => conditionOf(dataset, filters, { window: true });
  const { rows, marks, sides, laneDensity: bins, matrix, differences, activity, neighbours, related, facts } = wants;
  const { lanes, colourCounts, colourDensity } = wants;
  const density = async (filters: Filters) => (await densitiesOf(batch, dataset, anyTime(filters)))[0] ?? NO_DENSITY;
  const binsIn = async (filters: Filters, lanes: LanesWant | null) => {
    if (!bins) return null;
    const { total, undated } = await levelsOf(batch, dataset, conditionOf(dataset, filters));
    if ((total - undated) * rateOf(dataset) <= bins.above) return null;
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
  const more = total * rateOf(dataset) <= detailUpTo ? 'detail' : selection.text === '' ? 'nothing' : 'summary';
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
