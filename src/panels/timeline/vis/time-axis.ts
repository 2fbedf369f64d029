import type { AxisLabels, DrawnAxis } from '../../../layout/axis-labels';
import { daysOf, instantOf } from './instant';
import type { DrawnKind, PrivateTimeAxis } from './private-parts';

const KINDS: readonly DrawnKind[] = ['lines', 'majorTexts', 'minorTexts'];

/** The assumed width of a letter in pixels until vis-timeline has measured letters. */
const LETTER = 7;

/**
 * Replaces the labels of vis-timeline's axis. The original labels end at the year 10,000, have no eras, and are cut off
 * at the ends of the axis. Before year 1 they are not at round years, because the year −100 is 101 BC.
 */
export function replaceLabels(axis: PrivateTimeAxis, labelsOf: (axis: DrawnAxis) => AxisLabels): void {
  let drawn = '';
  axis._repaintLabels = () => {
    const { body, dom, props, options } = axis;
    const { axis: side } = options.orientation;
    const { width } = body.domProps.center;
    const labels =
      width > 0 &&
      labelsOf({
        start: daysOf(body.range.start),
        end: daysOf(body.range.end),
        width,
        xOf: day => body.util.toScreen(new Date(instantOf(day))),
        letter: { minor: props.minorCharWidth || LETTER, major: props.majorCharWidth || LETTER },
      });
    // vis-timeline calls this whenever it draws anything, and writing the same labels again would be slow.
    const wanted = JSON.stringify([labels, props]);
    if (wanted === drawn) return;
    drawn = wanted;
    for (const kind of KINDS) {
      dom.redundant[kind] = dom[kind];
      dom[kind] = [];
    }
    if (labels) {
      const { minor, major } = labels;
      for (const { x, label } of minor) {
        axis._repaintMinorLine(x, 0, side, '');
        if (label) axis._repaintMinorText(x, label, side, '');
      }
      for (const { x, label } of major) {
        if (x > 0) axis._repaintMajorLine(x, 0, side, '');
        if (label) axis._repaintMajorText(x, label, side, '');
      }
    }
    for (const kind of KINDS) for (const element of dom.redundant[kind].splice(0)) element.remove();
  };
}
