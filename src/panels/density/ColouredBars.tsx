import { useMemo } from 'react';
import type { Density } from '../../model/answer';
import { colourOf } from '../../ui/colour-look';
import { type Bar, barPath, type Measures } from './bar-shapes';
import { stackedLayers } from './stacked-layers';

interface Props {
  bars: readonly Bar[];
  measures: Measures;
  selection: Density;
  colours: readonly Density[];
}

/** Draws the selection as bars stacked by colour, with the rest in grey on top. Uncertain dates are fainter. */
export function ColouredBars({ bars, measures, selection, colours }: Props) {
  const layers = useMemo(() => {
    // Each layer is drawn from the baseline to its own top, so the highest layer must be painted first.
    return stackedLayers(selection, colours).toReversed();
  }, [selection, colours]);
  return layers.map(({ colour, isVague, tops }) => {
    const fill = colourOf(colour);
    return (
      <path
        key={`${colour} ${isVague}`}
        d={barPath(bars, measures, bin => tops[bin] ?? 0)}
        style={{ fill: isVague ? `color-mix(in srgb, ${fill} 50%, var(--paper))` : fill }}
      />
    );
  });
}
