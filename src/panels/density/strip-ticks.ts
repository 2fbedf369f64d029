import { type LongUnit, longestText, type PlacedTick, TICK_UNITS, ticksOf, withRoom } from '../../lib/axis-ticks';
import type { Day } from '../../lib/day';
import { axisPosition } from '../../model/folding';
import { type StripScale, xOf } from './strip-scale';

/** In pixels: the width of the widest letter, the padding of a label, and the minimum distance between labels. */
const LETTER = 7;
const PAD = 5;
const APART = 8;

/** The minimum distance in pixels between unlabelled ticks. */
const NEAREST = 6;

export interface StripTick extends PlacedTick {
  /** Whether the tick belongs to the unit that has labels. Its label is empty if the label has no room. */
  isNamed: boolean;
}

/** Returns labelled ticks of the finest unit whose labels fit, and unlabelled ticks of a finer unit. */
export function stripTicks(scale: StripScale, textOf: (unit: LongUnit, day: Day) => string): StripTick[] {
  const { bounds, folds, width } = scale;
  const places = axisPosition(folds, bounds.latest + 1) - axisPosition(folds, bounds.earliest);
  if (width <= 0 || places <= 0) return [];
  const pixels = (unit: LongUnit) => (unit.days * width) / places;
  const roomOf = (unit: LongUnit) => longestText(unit, bounds, day => textOf(unit, day)) * LETTER + PAD + APART;
  const named = TICK_UNITS.find(unit => pixels(unit) >= NEAREST && pixels(unit) >= roomOf(unit)) ?? TICK_UNITS.at(-1);
  if (!named) return [];
  const fine = TICK_UNITS.find(unit => pixels(unit) >= NEAREST && isPartOf(unit, named)) ?? named;
  const days = new Set(ticksOf(named, bounds.earliest, bounds.latest));
  const ticks = ticksOf(fine, bounds.earliest, bounds.latest)
    .filter(day => day >= bounds.earliest && !folds.some(fold => day >= fold.earliest && day <= fold.latest))
    .map(day => ({ day, x: xOf(scale, day), label: days.has(day) ? textOf(named, day) : '', isNamed: days.has(day) }));
  return withRoom(ticks, { width, apart: APART, widthOf: label => label.length * LETTER + PAD });
}

/** Whether every tick of `coarse` is also a tick of `fine`. */
function isPartOf(fine: LongUnit, coarse: LongUnit): boolean {
  if (fine.unit === coarse.unit) return coarse.step % fine.step === 0;
  if (fine.unit === 'day') return true;
  return fine.unit === 'month' && coarse.unit === 'year';
}
