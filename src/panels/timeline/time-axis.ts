import type { Folds } from '../../model/folding';
import { axisLabels } from './axis-labels';
import { daysOf, instantOf } from './instant';

/** The part of vis-timeline that writes dates, as far as it is used here. */
export interface VisTimeAxis {
  body: {
    range: { start: number; end: number };
    domProps: { center: { width: number } };
    util: { toScreen(instant: Date): number };
  };
  dom: Record<Kept, HTMLElement[]> & { redundant: Record<Kept, HTMLElement[]> };
  props: { minorCharWidth?: number; majorCharWidth?: number };
  options: { orientation: { axis: string } };
  _repaintLabels(): void;
  _repaintMinorText(x: number, text: string, orientation: string, className: string): HTMLElement;
  _repaintMajorText(x: number, text: string, orientation: string, className: string): HTMLElement;
  _repaintMinorLine(x: number, width: number, orientation: string, className: string): HTMLElement;
  _repaintMajorLine(x: number, width: number, orientation: string, className: string): HTMLElement;
}

type Kept = 'lines' | 'majorTexts' | 'minorTexts';
const KEPT: readonly Kept[] = ['lines', 'majorTexts', 'minorTexts'];

const LETTER = 7;

/**
 * Has vis-timeline write our dates. Its own end at 10,000 years, are no round years before 1, have no eras, and are cut at
 * the ends of the axis.
 */
export function writeOwnDates(axis: VisTimeAxis, language: string, foldsNow: () => Folds | null) {
  axis._repaintLabels = () => {
    const { body, dom, props, options } = axis;
    const { axis: side } = options.orientation;
    for (const kind of KEPT) {
      dom.redundant[kind] = dom[kind];
      dom[kind] = [];
    }
    const folds = foldsNow();
    const { width } = body.domProps.center;
    if (folds && width > 0) {
      const { minor, major } = axisLabels(language, {
        folds,
        start: daysOf(body.range.start),
        end: daysOf(body.range.end),
        width,
        xOf: day => body.util.toScreen(new Date(instantOf(day))),
        letter: { minor: props.minorCharWidth || LETTER, major: props.majorCharWidth || LETTER },
      });
      for (const { x, label } of minor) {
        axis._repaintMinorLine(x, 0, side, '');
        if (label) axis._repaintMinorText(x, label, side, '');
      }
      for (const { x, label } of major) {
        if (x > 0) axis._repaintMajorLine(x, 0, side, '');
        if (label) axis._repaintMajorText(x, label, side, '');
      }
    }
    for (const kind of KEPT) for (const element of dom.redundant[kind].splice(0)) element.remove();
  };
}
