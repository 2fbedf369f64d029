import type { Extent } from '../../layout/arrange';
import { isDot } from '../../layout/feed';
import { DOT_REACH } from '../../layout/lane-marks';
import type { DateForm } from '../../lib/date-form';
import { xmlElement } from '../../lib/xml';
import type { Look } from './looks';

/** A shape in a lane: its extent, the y of its middle, and the width of the axis, beyond which nothing is drawn. */
export interface ShapeAt extends Extent {
  y: number;
  width: number;
}

const BAR = 8;
const DOT = 4.5;

/**
 * Draws the shape of a date as the timeline does. `colours` has up to two colours: the first for the left half of the
 * shape, the second for the right half. Without a colour, the shape has the colour of marks.
 */
export function shapeOf(form: DateForm, at: ShapeAt, colours: readonly string[], look: Look): string {
  const [first = look.mark, second = first] = colours;
  const { anchor, y } = at;
  if (isDot(form))
    return form.isDoubtful ? doubtful(anchor, y, [first, second], look) : dot(anchor, y, [first, second]);
  if (at.isSpan) return span(form, at, [first, second], look);
  const left = Math.max(0, at.left);
  const right = Math.min(at.width, at.right);
  if (right <= left) return '';
  const middle = Math.min(Math.max((at.left + at.right) / 2, left), right);
  const soft = form.kind === 'period' || form.openStart || form.openEnd;
  const bar = (x: number, end: number, colour: string) =>
    end <= x ? '' : xmlElement('rect', { x, y: y - BAR / 2, width: end - x, height: BAR, fill: colour });
  const solid = first === second ? bar(left, right, first) : bar(left, middle, first) + bar(middle, right, second);
  const masked = soft ? xmlElement('g', { mask: `url(#${maskOf(form, at)})` }, solid) : solid;
  return `${masked}${arrows(form, left, right, y, [first, second])}`;
}

function maskOf({ openStart, openEnd }: DateForm, { left, right, width }: ShapeAt): string {
  const fadesLeft = openStart || left >= 0;
  const fadesRight = openEnd || right <= width;
  if (openStart && !openEnd) return 'fade-start';
  if (openEnd && !openStart) return 'fade-end';
  return fadesLeft && fadesRight ? 'fade-both' : fadesLeft ? 'fade-start' : 'fade-end';
}

function dot(cx: number, cy: number, [first, second]: readonly [string, string]): string {
  const whole = xmlElement('circle', { cx, cy, r: DOT, fill: first });
  if (first === second) return whole;
  const half = `M${round(cx)} ${round(cy - DOT)}a${DOT} ${DOT} 0 0 1 0 ${2 * DOT}z`;
  return whole + xmlElement('path', { d: half, fill: second });
}

function doubtful(cx: number, cy: number, [first, second]: readonly [string, string], look: Look): string {
  return ring(cx, cy, [first, second], { fill: look.paper, dashes: '2.2 1.8' });
}

function ring(
  cx: number,
  cy: number,
  [first, second]: readonly [string, string],
  { fill, dashes }: { fill: string; dashes?: string },
): string {
  const r = 4.25;
  const line = { 'stroke-width': 1.5, 'stroke-dasharray': dashes };
  const whole = xmlElement('circle', { cx, cy, r, fill, stroke: first, ...line });
  if (first === second) return whole;
  const half = `M${round(cx)} ${round(cy - r)}a${r} ${r} 0 0 1 0 ${2 * r}`;
  return whole + xmlElement('path', { d: half, fill: 'none', stroke: second, ...line });
}

function span(form: DateForm, at: ShapeAt, colours: readonly [string, string], look: Look): string {
  const left = Math.max(0, at.left);
  const right = Math.min(at.width, at.right);
  const [first] = colours;
  const { anchor, y } = at;
  const band =
    right > left
      ? xmlElement(
          'g',
          { mask: `url(#${maskOf(form, at)})` },
          xmlElement('rect', {
            x: left,
            y: y - BAR / 2,
            width: right - left,
            height: BAR,
            fill: first,
            'fill-opacity': 0.22,
          }),
        ) +
        xmlElement('path', {
          d: `M${round(left)} ${round(y)}H${round(right)}`,
          stroke: first,
          'stroke-width': 1.4,
          'stroke-dasharray': '0 5',
          'stroke-linecap': 'round',
        })
      : '';
  if (anchor < 0 || anchor > at.width) return band;
  const reach = DOT_REACH + 4;
  return (
    band + ring(anchor, y, colours, { fill: look.paper }) + arrows(form, anchor - reach, anchor + reach, y, colours)
  );
}

/** Draws an arrow at each side on which the date has no known day. The arrow points away from the shape. */
function arrows(
  { openStart, openEnd }: DateForm,
  left: number,
  right: number,
  y: number,
  [first, second]: readonly [string, string],
): string {
  const arrow = (tip: number, back: number, stroke: string) =>
    xmlElement('path', {
      d: `M${round(tip + back)} ${round(y - 3)}L${round(tip)} ${round(y)}L${round(tip + back)} ${round(y + 3)}`,
      fill: 'none',
      stroke,
      'stroke-width': 1.5,
    });
  return (openStart ? arrow(left + 1, 3, first) : '') + (openEnd ? arrow(right - 1, -3, second) : '');
}

export function round(value: number): number {
  return Math.round(value * 100) / 100;
}

/** Writes the masks that let shapes fade out, and the pattern of hatching. Other elements refer to them by id. */
export function definitions(look: Look): string {
  const stops = {
    both: [0, 0.25, 0.75, 1].map((offset, i) => [offset, i % 3 === 0 ? 0 : 1]),
    start: [
      [0, 0],
      [0.6, 1],
    ],
    end: [
      [0.4, 1],
      [1, 0],
    ],
  };
  const fades = Object.entries(stops).map(([name, list]) => {
    const marks = list.map(([offset = 0, opacity = 0]) =>
      xmlElement('stop', { offset, 'stop-color': '#fff', 'stop-opacity': opacity }),
    );
    const gradient = xmlElement('linearGradient', { id: `ramp-${name}` }, marks.join(''));
    const box = xmlElement('rect', { width: 1, height: 1, fill: `url(#ramp-${name})` });
    return (
      gradient +
      xmlElement(
        'mask',
        { id: `fade-${name}`, maskContentUnits: 'objectBoundingBox', x: 0, y: 0, width: 1, height: 1 },
        box,
      )
    );
  });
  const hatching = xmlElement(
    'pattern',
    { id: 'hatch', width: 6, height: 6, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(-45)' },
    xmlElement('rect', { width: 6, height: 1, fill: look.hatch }),
  );
  return xmlElement('defs', {}, `\n${[...fades, hatching].join('\n')}\n`);
}
