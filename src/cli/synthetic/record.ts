import { type Day, isoDay } from '../../lib/day';
import { createRandom, type Random } from '../../lib/random';
import type { Activity } from '../../model/dataset';
import { type DayPlan, type Grain, planDays } from './calendar';
import { drawDate, type SyntheticDate } from './dates';
import { createFacets, drawTags, type TaggedFacet } from './facets';
import { createPlaces } from './places';
import { createProse, type Prose } from './prose';
import { createRoot, SOURCES, type SyntheticRoot } from './root';
import { pick, slugOf } from './vocabulary';

export interface SyntheticOptions {
  /** If set, activities have a title but no other text. This saves time in benchmarks of very large datasets. */
  bare?: boolean;
}

/** Returns the root object of a synthetic dataset. It depends only on the seed, not on the number of activities. */
export function syntheticRoot(seed: number): SyntheticRoot {
  return createRoot(
    seed,
    facetsOf(seed).map(({ facet }) => facet),
  );
}

function facetsOf(seed: number): TaggedFacet[] {
  return createFacets(createRandom(seed, 'facets'));
}

/**
 * Yields `count` activities in date order. First plans how many activities begin on each day. Then generates the dates
 * of one day at a time, which saves memory. Dates, tags and texts use separate random streams, so a dataset without
 * texts has the same dates and tags.
 */
export function* syntheticActivities(seed: number, count: number, options: SyntheticOptions = {}): Generator<Activity> {
  const facets = facetsOf(seed);
  const draw = options.bare ? bareTexts : createTexts(seed);
  const dates = createRandom(seed, 'dates');
  const tags = createRandom(seed, 'tags');
  for (const plan of planDays(createRandom(seed, 'days'), count)) {
    const drawn = drawDates(dates, plan);
    const name = dayName(plan.day);
    const width = Math.max(3, String(drawn.length).length);
    let number = 0;
    for (const date of drawn) {
      number += 1;
      const id = `${name}-${String(number).padStart(width, '0')}`;
      yield { ...draw(id, date), ...date, tags: drawTags(tags, facets) };
    }
  }
}

/** Generates the dates of a day, sorted by latest day as the format requires. */
function drawDates(random: Random, { day, counts }: DayPlan): SyntheticDate[] {
  const dates: SyntheticDate[] = [];
  for (const grain of Object.keys(counts) as Grain[]) {
    for (let i = 0; i < counts[grain]; i += 1) dates.push(drawDate(random, grain, day));
  }
  return dates.sort((a, b) => a.latest - b.latest);
}

function dayName(day: Day): string {
  return Number.isFinite(day) ? isoDay(day) : 'before';
}

type Texts = Omit<Activity, keyof SyntheticDate | 'tags'>;

function bareTexts(id: string): Texts {
  return { id, title: id };
}

function createTexts(seed: number): (id: string, date: SyntheticDate) => Texts {
  const prose = createProse(createRandom(seed, 'words'));
  const drawPlace = createPlaces(createRandom(seed, 'places'));
  const random = createRandom(seed, 'texts');
  const itemCounts = new Map<string, number>();
  return (id, date) => {
    const place = random.chance(0.7) ? drawPlace(random) : undefined;
    const source = pick(random, SOURCES).id;
    const item = (itemCounts.get(source) ?? 0) + 1;
    itemCounts.set(source, item);
    return {
      id: `${id}-${slugOf(prose.word(random))}`,
      ...(random.chance(0.005) && { formerIds: [`former-${id}`] }),
      ...drawTexts(random, prose, date),
      ...(place && { place }),
      ...(random.chance(0.12) && {
        links: [{ label: prose.short(random), url: `https://example.org/${source}/${id}` }],
      }),
      ...(random.chance(0.9) && { source: { id: source, item } }),
    };
  };
}

function drawTexts(random: Random, prose: Prose, { earliest, latest }: SyntheticDate) {
  const isTranslated = random.chance(0.01);
  const title = prose.title(random);
  return {
    title: isTranslated ? { en: title, fr: prose.title(random) } : title,
    ...(random.chance(0.3) && { short: prose.short(random) }),
    ...(random.chance(0.96) && { summary: prose.summary(random) }),
    ...(latest > earliest + 27 && random.chance(0.4) && { dateNote: prose.title(random) }),
  };
}
