import { dateForm } from '../../lib/date-form';
import { getOwn } from '../../lib/get-own';
import type { Replies } from '../../model/wants';
import { MAX_POSITIONS_AWAY, mostSimilar, type Similar, weightOf } from '../local/related';
import type { Batch } from './batch';
import { hasAny } from './conditions';
import type { Dataset } from './dataset';
import { grouped } from './grouped';
import { every } from './logic';
import { positionOf, rowsAt } from './rows';
import { integer } from './sql';

/** Returns the activity with an id or a former id. Returns null if no activity has the id. */
export async function activityOf(batch: Batch, dataset: Dataset, id: string): Promise<Replies['activity']> {
  const position = await positionOf(batch, dataset, id);
  const activity = position === null ? null : (await batch.activities([position])).get(position);
  return activity ? { ...activity, form: dateForm(activity.date, activity) } : null;
}

/** Returns activities that share values with an activity and are near it in time. The most similar come first. */
export async function relatedOf(batch: Batch, dataset: Dataset, id: string): Promise<Replies['related']> {
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
