import { describe, expect, it } from 'vitest';
import { syntheticActivities, syntheticRoot } from '../../../src/cli/synthetic/record';
import { readDataset } from '../../../src/formats/json/read-dataset';
import { isOpen } from '../../../src/lib/day';
import type { Activity } from '../../../src/model/dataset';
import { textIn } from '../../../src/model/text';

const COUNT = 2000;
const activities = [...syntheticActivities(7, COUNT)];
const { dataset, problems } = readDataset(JSON.stringify({ ...syntheticRoot(7), activities: activities.map(bare) }));

function bare({ earliest: _, latest: __, ...activity }: Activity) {
  return activity;
}

const share = (count: number) => count / COUNT;
const mean = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0) / numbers.length;

describe('a synthetic record', () => {
  it('is a dataset with nothing wrong in it', () => {
    expect(problems).toEqual([]);
    expect(dataset.activities).toHaveLength(COUNT);
  });

  it('comes in date order, with the days that its dates mean', () => {
    expect(activities.map(({ id, earliest, latest }) => [id, earliest, latest])).toEqual(
      dataset.activities.map(({ id, earliest, latest }) => [id, earliest, latest]),
    );
  });

  it.each([0, 1, 2, 31, 999])('has as many activities as are wanted: %i', count => {
    expect([...syntheticActivities(3, count)]).toHaveLength(count);
  });

  it('is drawn as it is asked for, at any count', () => {
    const many = syntheticActivities(7, 10_000_000);
    expect(many.next().value).toMatchObject({ id: expect.stringMatching(/^before-/) });
    many.return(undefined);
  });

  it('has four facets, two of them trees, with about 150 values, the frequent ones far more frequent', () => {
    expect(dataset.facets.map(({ id, values }) => [id, values.length])).toEqual([
      ['strand', 60],
      ['area', 40],
      ['body', 30],
      ['topic', 28],
    ]);
    for (const { id, values } of dataset.facets) {
      const tagged = activities.map(({ tags }) => tags[id] ?? []);
      const counts = values.map(value => tagged.filter(tags => tags.includes(value.id)).length).sort((a, b) => b - a);
      expect(counts[0]).toBeGreaterThan(5 * (counts[Math.floor(counts.length / 2)] ?? 0));
      expect(tagged.some(tags => tags.length > 1)).toBe(true);
      expect(tagged.some(tags => tags.length === 0)).toBe(true);
    }
  });

  it('has mostly days, some ranges and some dates known only in part', () => {
    const dates = activities.map(activity => activity.date);
    const like = (pattern: RegExp) => share(dates.filter(date => pattern.test(date)).length);
    expect(like(/^\d{4}-\d\d-\d\d$/)).toBeGreaterThan(0.55);
    expect(like(/^\d{4}-\d\d-\d\d\/\d{4}-\d\d-\d\d$/)).toBeGreaterThan(0.1);
    expect(like(/^\d{4}(-\d\d)?$/)).toBeGreaterThan(0.03);
    for (const mark of ['~', '?', '[', '..']) expect(dates.some(date => date.includes(mark))).toBe(true);
    expect(activities.some(({ latest }) => isOpen(latest))).toBe(true);
  });

  it('grows over twenty years and is silent where the sources are', () => {
    const days = activities.map(activity => activity.earliest);
    const years = days.filter(day => !isOpen(day)).map(day => 1970 + day / 365.25);
    const within = (from: number, to: number) => years.filter(year => year >= from && year < to).length;
    expect(within(2019, 2025)).toBeGreaterThan(2 * within(2005, 2011));
    const [before, after] = dataset.coverage;
    expect(days.filter(day => day > (before?.to ?? 0) && day < (after?.from ?? 0))).toEqual([]);
  });

  it('has titles, summaries and words like real ones', () => {
    const titles = activities.map(({ title }) => textIn(title, ['en']).text);
    const summaries = activities.flatMap(({ summary }) => (typeof summary === 'string' ? [summary] : []));
    expect(mean(titles.map(title => title.length))).toBeGreaterThan(48);
    expect(mean(titles.map(title => title.length))).toBeLessThan(62);
    expect(mean(summaries.map(summary => summary.length))).toBeGreaterThan(225);
    expect(mean(summaries.map(summary => summary.length))).toBeLessThan(265);
    for (const letter of 'éøßł-"“,') expect(summaries.some(summary => summary.includes(letter))).toBe(true);
  });

  it('has places, links, sources, former ids and texts in two languages', () => {
    const having = (key: string) => activities.filter(activity => Object.hasOwn(activity, key)).length;
    for (const key of ['place', 'links', 'source', 'formerIds', 'short', 'dateNote'])
      expect(having(key)).toBeGreaterThan(3);
    expect(activities.some(({ title }) => typeof title === 'object')).toBe(true);
    expect(activities.some(({ place }) => place?.country !== undefined)).toBe(true);
  });

  it('has the same dates and tags without its texts', () => {
    const bare = [...syntheticActivities(7, COUNT, { bare: true })];
    expect(bare.map(({ date, tags }) => [date, tags])).toEqual(activities.map(({ date, tags }) => [date, tags]));
    expect(Object.keys(bare[0] ?? {}).sort()).toEqual(['date', 'earliest', 'id', 'latest', 'tags', 'title']);
  });
});
