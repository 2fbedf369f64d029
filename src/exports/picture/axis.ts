import { windowText } from '../../i18n/date-text';
import type { TextTools } from '../../i18n/text-tools';
import type { DrawnRange } from '../../layout/arrange';
import { axisLabels } from '../../layout/axis-labels';
import type { Feed } from '../../layout/feed';
import type { Day, DaySpan } from '../../lib/day';
import { xmlElement } from '../../lib/xml';
import type { Look } from './looks';
import { round } from './shapes';
import { textWidth } from './text-metrics';
import { line, textAt } from './texts';

interface Axis {
  /** The height of the axis in pixels. The lanes begin below the axis. */
  height: number;
  front: string;
  /** Draws what is behind the lanes: lines of the ticks, and hatching of the spans without sources. */
  behind: (bottom: number) => string;
  /** Draws the signs of the folds, in front of everything else. */
  folds: (bottom: number) => string;
}

const WORDS_HEIGHT = 18;
const NAMES_HEIGHT = 40;

/**
 * Draws the axis above the lanes. `left` is the x of its start. `x` returns the distance of a day from this start, in
 * pixels.
 */
export function drawAxis(
  feed: Feed,
  { range, x, left }: { range: DrawnRange; x: (day: Day) => number; left: number },
  look: Look,
  tools: TextTools,
): Axis {
  const { folds, window } = feed;
  const letter = textWidth('n', 12);
  const labels = axisLabels(tools.language, {
    start: window.earliest,
    end: window.latest + 1,
    width: range.width,
    xOf: x,
    letter: { minor: letter, major: letter },
    folds,
  });
  const minor = labels.minor.filter(tick => tick.x >= 0 && tick.x <= range.width);
  const major = labels.major.filter(tick => tick.x >= 0 && tick.x <= range.width);
  const gaps = clipped(feed.gaps, window);
  const words = wordsOfGaps([...gaps, ...clipped(folds, window)], x, range.width, tools);
  const wordsHeight = words.length > 0 ? WORDS_HEIGHT : 0;
  const height = NAMES_HEIGHT + wordsHeight;
  const at = (dx: number) => left + dx;
  const names = [
    ...major.map(tick => textAt(tick.label, { x: at(tick.x) + 3, y: 14, fill: look.ink, weight: 600 })),
    ...minor.map(tick => textAt(tick.label, { x: at(tick.x) + 3, y: 32, fill: look.ink2 })),
  ].filter((_, i) => [...major, ...minor][i]?.label !== '');
  const notes = words.map(({ text, middle }) =>
    textAt(text, { x: at(middle), y: NAMES_HEIGHT + 12, size: 11, fill: look.ink2, anchor: 'middle' }),
  );
  const behind = (bottom: number) => {
    const top = NAMES_HEIGHT;
    const hatched = gaps.map(({ earliest, latest }) => {
      const from = x(earliest);
      const area = { x: at(from), y: height, width: x(latest + 1) - from, height: Math.max(0, bottom - height) };
      return xmlElement('rect', { ...area, fill: 'url(#hatch)' });
    });
    const ticks = (list: readonly { x: number }[], start: number) =>
      list.map(tick => `M${round(at(tick.x))} ${start}V${bottom}`).join('');
    const lines = xmlElement('path', {
      d: ticks(minor, 22) + ticks(major, 4) || 'M0 0',
      stroke: look.rule,
      'stroke-width': 1,
    });
    return [...hatched, lines, line(at(0), top, at(range.width), look.edge)].join('\n');
  };
  const breaks = (bottom: number) =>
    clipped(folds, window)
      .map(({ earliest }) => breakAt(at(x(earliest)), NAMES_HEIGHT - 6, bottom, look))
      .join('\n');
  return { height, front: [...names, ...notes].join('\n'), behind, folds: breaks };
}

function clipped(spans: readonly DaySpan[], { earliest, latest }: DaySpan): DaySpan[] {
  return spans
    .map(span => ({ earliest: Math.max(span.earliest, earliest), latest: Math.min(span.latest, latest) }))
    .filter(span => span.earliest <= span.latest);
}

function wordsOfGaps(spans: readonly DaySpan[], x: (day: Day) => number, width: number, tools: TextTools) {
  const placed: { text: string; middle: number }[] = [];
  let end = 0;
  for (const span of spans.toSorted((a, b) => a.earliest - b.earliest)) {
    const [from, to] = [x(span.earliest), x(span.latest + 1)];
    const isFold = to - from < 1;
    const text = gapWords(span, isFold ? width : to - from, tools);
    if (text === null) continue;
    const half = textWidth(text, 11) / 2;
    const middle = Math.min(Math.max((from + to) / 2, half), width - half);
    if (middle - half < end) continue;
    placed.push({ text, middle });
    end = middle + half + 8;
  }
  return placed;
}

/** Draws the sign of a fold: two lines with blank space between them. */
function breakAt(x: number, top: number, bottom: number, look: Look): string {
  const [left, right] = [round(x - 3.5), round(x + 3.5)];
  const blank = xmlElement('rect', { x: left, y: top, width: 7, height: bottom - top, fill: look.paper });
  const edges = xmlElement('path', {
    d: `M${left} ${top}V${bottom}M${right} ${top}V${bottom}`,
    stroke: look.edge,
    'stroke-width': 1,
  });
  return blank + edges;
}

/** Returns the long label of a span without sources, or the short one, or null if neither fits the width. */
function gapWords(
  { earliest, latest }: { earliest: Day; latest: Day },
  width: number,
  tools: TextTools,
): string | null {
  const long = tools.t('gap.label', { period: windowText(tools, earliest, latest) });
  const words = [long, tools.t('gap.short')].find(text => textWidth(text, 11) + 8 <= width);
  return words ?? null;
}
