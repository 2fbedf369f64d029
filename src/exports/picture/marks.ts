import { windowText } from '../../i18n/date-text';
import type { TextTools } from '../../i18n/text-tools';
import { type Arrangement, type DrawnRange, extentOf } from '../../layout/arrange';
import { type Feed, isDot, type MarkModel } from '../../layout/feed';
import { DOT_REACH, LABEL_GAP, type PlacedMark } from '../../layout/lane-marks';
import { rowCentre } from '../../layout/row-centre';
import type { DateForm } from '../../lib/date-form';
import type { Day } from '../../lib/day';
import { xmlElement } from '../../lib/xml';
import type { Look } from './looks';
import { round, shapeOf } from './shapes';
import { textWidth } from './text-metrics';
import { hint, textAt } from './texts';

/** The signs in a chart, collected while marks are drawn, so that the legend can explain them. */
export interface Drawn {
  /** For each look of a mark, as `lookOfForm` names it, a date form with this look. */
  forms: Map<string, DateForm>;
  hasPiles: boolean;
  /** The number of marks without a label for lack of room, including the marks in piles. */
  unnamed: number;
  hasDensity: boolean;
}

interface Lane {
  feed: Feed;
  lane: string;
  arrangement: Arrangement;
  range: DrawnRange;
  x: (day: Day) => number;
  colours: (activity: string) => readonly string[];
  drawn: Drawn;
}

const PILE_HEIGHT = 16;
const SHARES_WIDTH = 24;

/** Draws the marks and labels of a lane whose top is at `top`. Adds the signs that it draws to `lane.drawn`. */
export function drawMarks(lane: Lane, top: number, look: Look, tools: TextTools): string {
  const { feed, arrangement, drawn } = lane;
  const own = new Map(feed.marks.filter(mark => mark.lane === lane.lane).map(mark => [mark.key, mark]));
  const pieces = [...own.values()].map(mark => {
    const placed = arrangement.marks.get(mark.key);
    if (!placed) return '';
    const content = placed.pile ? pileOf(lane, own, placed, top, look, tools) : single(lane, mark, placed, top, look);
    if (content === '') return '';
    if (placed.pile) drawn.hasPiles = true;
    else drawn.forms.set(lookOfForm(mark.form), mark.form);
    const isUnnamed = !placed.pile && placed.side === 'none';
    drawn.unnamed += placed.pile ? placed.pile.length : isUnnamed ? 1 : 0;
    return xmlElement('g', {}, content);
  });
  return `\n${pieces.filter(Boolean).join('\n')}\n`;
}

/** Returns a name for the look of a date form. Forms with the same name are drawn alike. */
export function lookOfForm(form: DateForm): string {
  if (isDot(form)) return form.isDoubtful ? 'doubtful' : 'day';
  return form.kind;
}

function single(lane: Lane, mark: MarkModel, placed: PlacedMark, top: number, look: Look): string {
  const { range, x } = lane;
  const extent = extentOf(mark, x, range.width);
  const y = top + rowCentre(placed.row);
  const colours = lane.colours(mark.activity);
  const shape = shapeOf(mark.form, { ...extent, y, width: range.width }, colours, look);
  if (shape === '' || !(extent.right >= 0 && extent.left <= range.width)) return '';
  const label = placed.side === 'none' || !placed.isInView ? '' : labelOf(mark, placed, extent, top, colours, look);
  return [hint(mark.name), shape, label].filter(Boolean).join('\n');
}

function labelOf(
  mark: MarkModel,
  { row, labelRow, side }: PlacedMark,
  { anchor, left, right, isSpan }: ReturnType<typeof extentOf>,
  top: number,
  colours: readonly string[],
  look: Look,
): string {
  const y = top + rowCentre(labelRow);
  const isBelow = labelRow > row;
  const [from, to] = isBelow ? [anchor, anchor] : isSpan ? [anchor - DOT_REACH, anchor + DOT_REACH] : [left, right];
  const text = textAt(mark.label, {
    x: side === 'right' ? to + LABEL_GAP : from - LABEL_GAP,
    y: y + 4,
    fill: look.ink,
    weight: colours.length > 0 ? 600 : undefined,
    halo: look.paper,
    ...(side === 'left' && { anchor: 'end' as const }),
  });
  if (!isBelow) return text;
  const start = top + rowCentre(row) + DOT_REACH;
  const foot = side === 'right' ? 4 : -4;
  const leader = `M${round(anchor)} ${round(start)}V${round(y)}h${foot}`;
  return `${xmlElement('path', { d: leader, fill: 'none', stroke: look.edge, 'stroke-width': 1 })}\n${text}`;
}

function pileOf(
  { arrangement, range, feed }: Lane,
  own: ReadonlyMap<string, MarkModel>,
  placed: PlacedMark,
  top: number,
  look: Look,
  tools: TextTools,
): string {
  const pile = arrangement.piles.get(placed.key);
  if (!pile || placed.x < 0 || placed.x > range.width) return '';
  const text = `+${tools.compact(pile.count)}`;
  const width = Math.max(32, textWidth(text, 12, true) + 8);
  const y = top + rowCentre(placed.row);
  const { earliest, latest } = pile.span;
  const period = windowText(tools, earliest, Math.min(latest, feed.bounds.latest));
  const titles = (placed.pile ?? []).flatMap(key => own.get(key)?.name ?? []);
  const names = [tools.t('timeline.pileNamed', { n: pile.count, period }), ...titles].join('; ');
  const box = {
    x: placed.x - width / 2,
    y: y - PILE_HEIGHT / 2,
    width,
    height: PILE_HEIGHT,
    rx: 8,
    fill: pile.shares ? look.ink2 : look.mark,
  };
  const count = textAt(text, { x: placed.x, y: y + 4, fill: look.paper, weight: 600, anchor: 'middle' });
  const shares = sharesOf(pile.shares ?? [], placed.x - SHARES_WIDTH / 2, y + PILE_HEIGHT / 2 - 2, look);
  return [hint(names), xmlElement('rect', box), count, ...shares].join('\n');
}

/** Draws the line under a pile. The length of each colour is the share of marks with this colour. */
function sharesOf(shares: readonly number[], left: number, y: number, look: Look): string[] {
  const perMark = SHARES_WIDTH / shares.reduce((sum, share) => sum + share, 0);
  const colours = [...look.picked, look.rest];
  let x = left;
  return shares.flatMap((share, i) => {
    const part = { x, y, width: share * perMark, height: 3, fill: colours[i] };
    x += part.width;
    return share > 0 ? [xmlElement('rect', part)] : [];
  });
}
