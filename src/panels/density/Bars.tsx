import { useMemo } from 'react';
import type { Day } from '../../lib/day';
import { lazyModule } from '../../lib/lazy-module';
import type { Density } from '../../model/answer';
import { LazyPart } from '../../ui/LazyPart';
import { useOpenDataset } from '../open-dataset';
import { barPath, barPlaces } from './bar-shapes';
import { type StripScale, xWithin } from './strip-scale';

interface Props {
  scale: StripScale;
  max: number;
  selection: Density;
  /** The density of each colour. Empty if nothing is coloured. */
  colours: readonly Density[];
  isFiltered: boolean;
  window: { start: Day; end: Day } | null;
}

const colouredModule = lazyModule(() => import('./ColouredBars'));

const HEIGHT = 44;
const TOP_SPACE = 4;

/**
 * Draws two layers of bars: the whole dataset in a pale colour and the selection in front of it. Activities of
 * uncertain date are fainter. If activities are coloured, the bars of the selection are stacked by colour.
 */
export function Bars({ scale, max, selection, colours, isFiltered, window }: Props) {
  const {
    scale: { edges },
    density: record,
  } = useOpenDataset();
  const places = useMemo(() => barPlaces(scale, edges), [scale, edges]);
  const ofRecord = useMemo(() => shapesOf(places, record, max), [places, record, max]);
  const ofSelection = useMemo(() => shapesOf(places, selection, max), [places, selection, max]);
  const { width } = scale;
  const [start, end] = window
    ? [xWithin(scale, window.start), xWithin(scale, window.end)]
    : isFiltered
      ? [0, width]
      : [0, 0];
  const parts = [
    { key: 'before', from: 0, to: start, className: 'text-mark' },
    { key: 'inside', from: start, to: end, className: 'text-accent' },
    { key: 'after', from: end, to: width, className: 'text-mark' },
  ];
  return (
    <svg
      aria-hidden="true"
      width="100%"
      height={HEIGHT}
      fill="currentColor"
      className="absolute inset-0 overflow-visible border-b border-edge"
    >
      <g className="text-context">{ofRecord}</g>
      {colours.length > 0 && (
        <LazyPart code={colouredModule}>
          {({ ColouredBars }) => (
            <ColouredBars
              bars={places.bars}
              measures={{ ...measuresOf(max), gap: places.gap }}
              {...{ selection, colours }}
            />
          )}
        </LazyPart>
      )}
      {parts.map(({ key, from, to, className }) =>
        to > from && colours.length === 0 ? (
          // A nested SVG clips its content to its own box, so each part shows only the bars of its range.
          <svg
            key={key}
            aria-hidden="true"
            className={className}
            x={from}
            width={to - from}
            height={HEIGHT}
            viewBox={`${from} 0 ${to - from} ${HEIGHT}`}
          >
            {ofSelection}
          </svg>
        ) : null,
      )}
    </svg>
  );
}

function measuresOf(max: number) {
  return { base: HEIGHT, each: max > 0 ? (HEIGHT - TOP_SPACE) / max : 0 };
}

function shapesOf({ bars, gap }: ReturnType<typeof barPlaces>, { total, vague }: Density, max: number) {
  const measures = { ...measuresOf(max), gap };
  return (
    <>
      <path d={barPath(bars, measures, bin => total[bin] ?? 0)} opacity={0.5} />
      <path d={barPath(bars, measures, bin => (total[bin] ?? 0) - (vague[bin] ?? 0))} />
    </>
  );
}
