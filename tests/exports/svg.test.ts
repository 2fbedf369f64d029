import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { lookOf } from '../../src/exports/picture/looks';
import { linesOf, textWidth } from '../../src/exports/picture/text-metrics';
import { dayOf } from '../../src/lib/day';
import type { Text } from '../../src/model/dataset';
import { textIn } from '../../src/model/text';
import { HOSTILE } from './hostile';
import { writeView } from './write';

const root = join(import.meta.dirname, '../..');
const SHIPPED = JSON.parse(readFileSync(join(root, 'public/data/eu-unodc.json'), 'utf8'));

/** Reads a picture with jsdom's strict XML parser. */
function parsed(svg: string): Document {
  const { window } = new JSDOM('');
  const document = new window.DOMParser().parseFromString(svg, 'image/svg+xml');
  expect(document.querySelector('parsererror')?.textContent ?? null).toBeNull();
  return document;
}

/** What a reader sees of a text: without the characters that only keep directions apart. */
function seen(text: string | null): string {
  return (text ?? '')
    .replace(/[\u2066-\u2069]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

interface Box {
  text: string;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Where each text is, after the measured widths and the translations of the groups around it. */
function boxesOf(document: Document): Box[] {
  return [...document.querySelectorAll('text')].map(element => {
    const number = (name: string) => Number(element.getAttribute(name));
    let [dx, dy] = [0, 0];
    for (let at: Element | null = element; at; at = at.parentElement) {
      const [, x, y] = /^translate\((-?[\d.]+) (-?[\d.]+)\)$/.exec(at.getAttribute('transform') ?? '') ?? [];
      dx += Number(x ?? 0);
      dy += Number(y ?? 0);
    }
    const size = number('font-size');
    const width = textWidth(element.textContent ?? '', size, element.getAttribute('font-weight') !== null);
    const anchor = element.getAttribute('text-anchor');
    const left = dx + number('x') - (anchor === 'end' ? width : anchor === 'middle' ? width / 2 : 0);
    const base = dy + number('y');
    return {
      text: element.textContent ?? '',
      left,
      right: left + width,
      top: base - 0.72 * size,
      bottom: base + 0.2 * size,
    };
  });
}

function overlaps(boxes: readonly Box[]): string[] {
  return boxes.flatMap((one, i) =>
    boxes
      .slice(i + 1)
      .filter(other => one.left < other.right - 1 && other.left < one.right - 1)
      .filter(other => one.top < other.bottom && other.top < one.bottom)
      .map(other => `${one.text} | ${other.text}`),
  );
}

/** A dataset of many activities in some lanes, some of which last long. */
function crowd(count: number, lanes = 6) {
  return {
    format: 'chronofacet-dataset/1',
    id: 'crowd',
    title: 'Crowd',
    language: 'en',
    sources: [],
    coverage: [{ from: '2001-01-01', to: '2015-12-31' }],
    facets: [
      {
        id: 'kind',
        label: 'Kind',
        values: Array.from({ length: lanes }, (_, i) => ({ id: `k${i}`, label: `Kind number ${i}` })),
      },
    ],
    activities: Array.from({ length: count }, (_, i) => ({
      id: `a${i}`,
      date: `${2001 + ((i * 7) % 15)}-${String(1 + ((i * 5) % 12)).padStart(2, '0')}${i % 3 === 0 ? '' : '-11'}`,
      title: `Activity ${i}`,
      tags: { kind: [`k${i % lanes}`] },
    })),
  };
}

describe('the picture of a view', () => {
  it.each([
    ['the shipped record', SHIPPED, ''],
    ['a hostile record', HOSTILE, ''],
    ['a hostile record in one lane', HOSTILE, 'lanes=none'],
    ['few activities', crowd(4), ''],
    ['10,000 activities', crowd(10_000), ''],
    ['70 lanes', crowd(300, 70), 'lanes=kind'],
    ['a window', crowd(200), 'from=2003&to=2004'],
    ['a view of nothing', crowd(200), 'q=nowhere'],
  ])('is well-formed, within its edges, and without texts that touch: %s', async (_, document, query) => {
    const { text } = await writeView(document, 'svg', { query });
    const picture = parsed(text);
    const [width, height] = ['width', 'height'].map(name => Number(picture.documentElement.getAttribute(name)));
    const boxes = boxesOf(picture);
    expect(boxes.length).toBeGreaterThan(5);
    expect(overlaps(boxes)).toEqual([]);
    expect(boxes.filter(({ left, right }) => left < 0 || right > (width ?? 0))).toEqual([]);
    expect(boxes.filter(({ top, bottom }) => top < 0 || bottom > (height ?? 0))).toEqual([]);
    expect(height).toBeLessThan(8000);
    expect(text).not.toMatch(/style=|<script|foreignObject|NaN|undefined/);
  });

  it.each([
    ['the shipped record', SHIPPED, ''],
    ['a hostile record', HOSTILE, ''],
    ['a hostile record in one lane', HOSTILE, 'lanes=none'],
  ])('has every title as text: %s', async (_, document, query) => {
    const { text, activities } = await writeView(document, 'svg', { query });
    const said = [...parsed(text).querySelectorAll('text, title')]
      .map(({ textContent }) => seen(textContent))
      .join('\n');
    const plain = (title: Text) => seen(textIn(title, ['en']).text.replace(/[^\P{Cc}\s]/gu, ''));
    expect(activities.filter(({ title }) => !said.includes(plain(title))).map(({ title }) => title)).toEqual([]);
  });

  it('says the view in words, its axis, lanes, legend, source, licence, version, link and day', async () => {
    const { text, activities } = await writeView(HOSTILE, 'svg', { query: '?flat=one' });
    const picture = parsed(text);
    const texts = [...picture.querySelectorAll('text')].map(({ textContent }) => seen(textContent));
    for (const expected of [
      HOSTILE.title,
      '2018',
      'One day',
      'A book; volume 2, part \\3, https://book.example/?a=1&b=2',
      'CC0-1.0',
      '2026-11-30.0123456789',
      'https://record.example/?flat=one',
      '30 November 2026',
      `${activities.length} of ${HOSTILE.activities.length}`,
    ]) {
      expect(
        texts.some(line => line.includes(expected)),
        expected,
      ).toBe(true);
    }
    expect(picture.documentElement.getAttribute('role')).toBe('img');
    expect(seen(picture.querySelector('title')?.textContent ?? '')).toContain(`${activities.length} activities`);
    expect(picture.querySelector('a')?.getAttribute('href')).toBe('https://record.example/?flat=one');
  });

  it('names the lanes with their numbers, and those without an activity in one sentence', async () => {
    const { text } = await writeView(crowd(200), 'svg', { query: 'kind=k1,k2&lanes=kind' });
    const texts = [...parsed(text).querySelectorAll('text')].map(({ textContent }) => seen(textContent));
    for (const expected of ['Kind number 1', 'Kind number 2', '34', '33']) expect(texts).toContain(expected);
    expect(texts).toContain(
      'No activities of this view in: Kind number 0, Kind number 3, Kind number 4, Kind number 5.',
    );
  });

  it('hatches periods without sources and says so', async () => {
    const record = { ...crowd(60), coverage: [{ from: '2001-01-01', to: '2006-12-31' }] };
    const picture = parsed((await writeView(record, 'svg', { query: 'gaps=show' })).text);
    expect(picture.querySelectorAll('rect[fill="url(#hatch)"]').length).toBeGreaterThan(1);
    const texts = [...picture.querySelectorAll('text')].map(({ textContent }) => seen(textContent));
    expect(texts.some(text => /^No sources, .*2007 – .*2015$/.test(text))).toBe(true);
  });

  it('draws a sample of many activities, says so, and counts all of them in bars', async () => {
    const picture = parsed((await writeView(crowd(10_000), 'svg')).text);
    const texts = [...picture.querySelectorAll('text')].map(({ textContent }) => seen(textContent)).join('\n');
    expect(texts).toMatch(/\d+ of 10,000 activities are drawn as marks, a sample/);
    expect(texts).toContain('Number that begin at each time');
    expect([...picture.querySelectorAll(`path[fill="${lookOf('light').context}"]`)].length).toBeGreaterThan(6);
  });

  it('says how many activities have no date, and does not take the others for a sample', async () => {
    const record = crowd(5);
    record.activities[0] = { id: 'a0', date: '', title: 'Activity 0', tags: { kind: ['k0'] } };
    const { text } = await writeView(record, 'svg', {});
    expect(text).toContain('1 activity has no date');
    expect(text).not.toContain('a sample');
  });

  it('shows the colours of the view, in shapes and in the legend', async () => {
    const { picked, rest } = lookOf('light');
    const picture = parsed((await writeView(crowd(60), 'svg', { query: 'colour=kind:k1,k2' })).text);
    for (const colour of [picked[0], picked[1], rest]) {
      expect(picture.querySelectorAll(`[fill="${colour}"]`).length).toBeGreaterThan(5);
    }
    const legend = [...picture.querySelectorAll('text')].map(({ textContent }) => seen(textContent));
    expect(legend).toContain('Other or none: Kind');
    expect(legend.filter(text => text === 'Kind number 1')).toHaveLength(2);
  });

  it('draws each day in its lane, where it is on the axis, in its colour and beside its name', async () => {
    const { picked, rest } = lookOf('light');
    const query = 'from=2001&to=2015&gaps=show&lanes=kind&colour=kind:k1,k2';
    const picture = parsed((await writeView(crowd(40), 'svg', { query })).text);
    const start = dayOf(2001, 1, 1);
    const [axis, width] = [248, 920];
    const tops = [...picture.querySelectorAll('text[font-size="13"]')]
      .filter(({ textContent }) => /^Kind number \d$/.test(seen(textContent)))
      .map(name => Number(name.getAttribute('y')) - 20);
    expect(tops).toHaveLength(6);
    const drawn = [...picture.querySelectorAll('g > title + circle')].map(circle => {
      const [, i] = /^Activity (\d+)/.exec(seen(circle.previousElementSibling?.textContent ?? '')) ?? [];
      return { circle, i: Number(i) };
    });
    expect(drawn.length).toBeGreaterThan(10);
    for (const { circle, i } of drawn) {
      const at = (name: string) => Number(circle.getAttribute(name));
      const day = dayOf(2001 + ((i * 7) % 15), 1 + ((i * 5) % 12), 11) - start;
      expect(at('cx')).toBeCloseTo(((day + 0.5) / (dayOf(2016, 1, 1) - start)) * width, 1);
      expect(circle.parentElement?.parentElement?.getAttribute('transform')).toBe(`translate(${axis} 0)`);
      const lane = i % 6;
      expect(at('cy')).toBeGreaterThan(tops[lane] ?? Number.NaN);
      expect(at('cy')).toBeLessThan(tops[lane + 1] ?? Number.POSITIVE_INFINITY);
      expect(circle.getAttribute('fill')).toBe(lane === 1 ? picked[0] : lane === 2 ? picked[1] : rest);
      const label = circle.parentElement?.querySelector('text');
      if (!label) continue;
      expect(seen(label.textContent)).toBe(`Activity ${i}`);
      expect(Math.abs(Number(label.getAttribute('x')) - at('cx'))).toBeLessThan(16);
      expect(label.getAttribute('font-weight')).toBe(lane === 1 || lane === 2 ? '600' : null);
    }
  });

  it('draws under each pile how many of its marks have each colour', async () => {
    const { picked, rest, ink2 } = lookOf('light');
    const document = crowd(12, 3);
    for (const [i, activity] of document.activities.entries()) activity.date = i < 8 ? '2003-05-04' : '2010-01-01';
    const picture = parsed((await writeView(document, 'svg', { query: 'lanes=none&colour=kind:k1,k2' })).text);
    const [pile] = picture.querySelectorAll(`rect[rx="8"][fill="${ink2}"]`);
    const parts = [...(pile?.parentElement?.querySelectorAll('rect[height="3"]') ?? [])];
    const numbers = new Map(parts.map(part => [part.getAttribute('fill'), Number(part.getAttribute('width')) / 24]));
    const drawn = Number(/\d+/.exec(pile?.parentElement?.querySelector('text')?.textContent ?? '')?.[0]);
    expect(drawn).toBeGreaterThan(3);
    expect([...numbers.keys()].sort()).toEqual([picked[0], picked[1], rest].sort());
    expect([...numbers.values()].reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 1);
  });

  it('has the same bytes each time, and other colours in the dark', async () => {
    const [one, two, dark] = await Promise.all([
      writeView(SHIPPED, 'svg'),
      writeView(SHIPPED, 'svg'),
      writeView(SHIPPED, 'svg', { palette: 'dark' }),
    ]);
    expect(one.text).toBe(two.text);
    expect(dark.text).toContain(`fill="${lookOf('dark').paper}"`);
    expect(dark.text).not.toContain(lookOf('light').ink);
  });

  it('is written in French', async () => {
    const { text } = await writeView(HOSTILE, 'svg', { language: 'fr' });
    expect(text).toContain('xml:lang="fr"');
    expect(text).toContain('Un jour');
  });
});

describe('the colours of a picture', () => {
  it.each(['light', 'dark'] as const)('are those of the page: %s', palette => {
    const css = readFileSync(join(root, 'src/app/app.css'), 'utf8');
    const start = css.indexOf(palette === 'light' ? ':root {' : '@media screen and (prefers-color-scheme: dark)');
    const block = css.slice(start, css.indexOf('}', start));
    const { picked: _, ...look } = lookOf(palette);
    const names = { ink2: 'ink-2', rest: 'colour-rest' } as const;
    for (const [key, colour] of Object.entries(look)) {
      const name = key in names ? names[key as keyof typeof names] : key;
      expect(block, name).toContain(`--${name}: ${colour};`);
    }
  });
});

describe('linesOf', () => {
  it('keeps every line within the width, breaks words that are too long, and loses nothing', () => {
    const text = `short ${'x'.repeat(300)} 漢字漢字漢字漢字漢字漢字 end`;
    const lines = linesOf(text, 12, 100);
    expect(lines.every(line => textWidth(line, 12) <= 100)).toBe(true);
    expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
  });

  it('ends with an ellipsis where there are more lines than allowed', () => {
    const lines = linesOf('one two three four five six seven', 12, 40, 2);
    expect(lines).toHaveLength(2);
    expect(lines[1]).toMatch(/…$/);
    expect(textWidth(lines[1] ?? '', 12)).toBeLessThanOrEqual(40);
  });
});
