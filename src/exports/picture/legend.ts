import type { TextTools } from '../../i18n/text-tools';
import type { DateForm } from '../../lib/date-form';
import { xmlElement } from '../../lib/xml';
import type { Colouring } from '../../model/colour';
import type { Look } from './looks';
import type { Drawn } from './marks';
import { shapeOf } from './shapes';
import { textWidth } from './text-metrics';
import { textAt } from './texts';

/** The width of each sign in a legend, in pixels. The text begins after it. */
const SIGN = 34;
const GAP = 22;
export const LEGEND_LINE = 22;

interface Entry {
  sign: string;
  text: string;
}

/** Draws the legend of the marks and colours in a chart, in as many lines as it needs. The y of the first line is 0. */
export function drawLegend(
  drawn: Drawn,
  { hasGaps, colouring, width }: { hasGaps: boolean; colouring: Colouring | null; width: number },
  look: Look,
  tools: TextTools,
): { svg: string; height: number } {
  const entries = [
    ...colourEntries(colouring, look, tools),
    ...markEntries(drawn, hasGaps, { ...look, pile: colouring ? look.ink2 : look.mark }, tools),
  ];
  let [x, y] = [0, 0];
  const pieces = entries.map(({ sign, text }) => {
    const wide = SIGN + textWidth(text, 12);
    if (x > 0 && x + wide > width) [x, y] = [0, y + LEGEND_LINE];
    const label = textAt(text, { x: SIGN, y: 4, fill: look.ink2 });
    const piece = xmlElement('g', { transform: `translate(${Math.round(x)} ${y})` }, `${sign}${label}`);
    x += wide + GAP;
    return piece;
  });
  return { svg: pieces.join('\n'), height: entries.length > 0 ? y + LEGEND_LINE : 0 };
}

function colourEntries(colouring: Colouring | null, look: Look, { t, words }: TextTools): Entry[] {
  if (!colouring) return [];
  const dot = (fill: string) => xmlElement('circle', { cx: 13, cy: 0, r: 4.5, fill });
  const picked = colouring.values.map((value, i) => ({
    sign: dot(look.picked[i] ?? look.rest),
    text: words(value.label),
  }));
  return [...picked, { sign: dot(look.rest), text: t('picture.others', { facet: words(colouring.facet.label) }) }];
}

const KINDS = ['day', 'days', 'period', 'between', 'doubtful'] as const;

function markEntries(
  { forms, hasPiles, hasDensity }: Drawn,
  hasGaps: boolean,
  look: Look & { pile: string },
  { t }: TextTools,
): Entry[] {
  const marks = KINDS.flatMap(kind => {
    const form = forms.get(kind);
    return form ? [{ sign: signOf(form, look), text: t(`picture.date.${kind}`) }] : [];
  });
  const isOpen = [...forms.values()].some(form => form.openStart || form.openEnd);
  const open: DateForm = { kind: 'days', isDoubtful: false, openStart: false, openEnd: true };
  return [
    ...marks,
    ...(isOpen ? [{ sign: signOf(open, look), text: t('picture.date.open') }] : []),
    ...(hasPiles ? [{ sign: pileSign(look), text: t('picture.pile') }] : []),
    ...(hasDensity ? [{ sign: densitySign(look), text: t('picture.density') }] : []),
    ...(hasGaps ? [{ sign: hatchSign(look), text: t('gap.short') }] : []),
  ];
}

function signOf(form: DateForm, look: Look): string {
  const plain = { ...form, openStart: false, ...(form.kind !== 'days' && { openEnd: false }) };
  const extent = { left: 1, right: 25, anchor: 13, isSpan: form.kind === 'between' };
  return shapeOf(plain, { ...extent, y: 0, width: 26 }, [look.mark], look);
}

function pileSign(look: Look & { pile: string }): string {
  const box = xmlElement('rect', { x: 0, y: -8, width: 28, height: 16, rx: 8, fill: look.pile });
  return box + textAt('+5', { x: 14, y: 4, fill: look.paper, weight: 600, anchor: 'middle' });
}

function densitySign(look: Look): string {
  return xmlElement('path', { d: 'M2 7v-4h5v4zM7 7v-9h5v9zM12 7v-13h5v13zM17 7v-6h5v6z', fill: look.context });
}

function hatchSign(look: Look): string {
  return xmlElement('rect', { x: 1, y: -7, width: 24, height: 14, fill: 'url(#hatch)', stroke: look.rule });
}
