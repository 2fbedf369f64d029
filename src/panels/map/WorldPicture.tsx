import { Fragment, type MouseEvent, type PointerEvent } from 'react';
import { useText } from '../../i18n/use-text';
import { colourOf } from '../../ui/colour-look';
import { type MapPoint, pathsByColour } from './map-points';
import { LAND, SHADES } from './map-shades';
import { DOTS, FRAME, SHAPES } from './outline';
import type { MapPlace } from './places';

interface Props {
  label: string;
  /** The facet value of each country, by country code. */
  countries: ReadonlyMap<string, MapPlace>;
  /** Points to draw as small dots, in the outline's units. */
  points?: readonly MapPoint[];
  lit: ReadonlySet<string>;
  /** Ids of the countries that get an outline because they, or a region around them, are chosen. */
  within: ReadonlySet<string>;
  onLight: (id: string | null) => void;
  onToggle: (id: string) => void;
}

const PICTURE = { role: 'img' };

/** Draws countries as shapes, and small ones as dots. The list beside it is the accessible form of the picture. */
export function WorldPicture({ label, countries, points = [], lit, within, onLight, onToggle }: Props) {
  const idAt = (target: EventTarget) => (target instanceof Element ? target.getAttribute('data-place') : null);
  // The picture reacts to the pointer only, because keyboard users have the same controls in the list.
  const byPointer = {
    onPointerOver: ({ target }: PointerEvent) => onLight(idAt(target)),
    onPointerLeave: () => onLight(null),
    onClick: ({ target }: MouseEvent) => {
      const id = idAt(target);
      if (id !== null) onToggle(id);
    },
  };
  const marked = [...countries].filter(([, { value }]) => lit.has(value.id) || within.has(value.id));
  return (
    <div className="relative">
      <svg
        {...PICTURE}
        aria-label={label}
        viewBox={`0 ${FRAME.top} ${FRAME.width} ${FRAME.height}`}
        {...byPointer}
        className="forced-mark block h-auto w-full"
      >
        <g fill="currentColor" className="stroke-paper" strokeWidth={0.75}>
          {Object.keys(SHAPES).map(code => (
            <Shape key={code} code={code} place={countries.get(code)} />
          ))}
        </g>
        <g fill="none" strokeLinejoin="round" className="pointer-events-none">
          {marked.map(([code, { value }]) => (
            <path
              key={code}
              d={partsOf(SHAPES[code]).path}
              vectorEffect="non-scaling-stroke"
              strokeWidth={lit.has(value.id) ? 1.5 : 1}
              className={lit.has(value.id) ? 'stroke-ink' : 'stroke-accent'}
            />
          ))}
        </g>
        <g strokeLinecap="round">
          {[...countries].map(([code, place]) => (
            <Dot key={code} code={code} place={place} isLit={lit.has(place.value.id)} />
          ))}
        </g>
        {points.length > 0 && <Points points={points} />}
      </svg>
      <Name countries={countries} lit={lit} />
    </div>
  );
}

function shadeOf({ state, step }: MapPlace): string {
  if (state === 'chosen') return 'text-accent';
  return (state === 'free' && SHADES[step]) || LAND;
}

function Shape({ code, place }: { code: string; place: MapPlace | undefined }) {
  return (
    <path
      d={partsOf(SHAPES[code]).path}
      data-place={place?.value.id}
      vectorEffect="non-scaling-stroke"
      className={place ? `cursor-pointer ${shadeOf(place)}` : LAND}
    />
  );
}

/** Draws a small country as a dot that has the same size on the screen at every scale, with a larger pointer target. */
function Dot({ code, place, isLit }: { code: string; place: MapPlace; isLit: boolean }) {
  const dot = DOTS[code];
  if (dot === undefined) return null;
  const { x, y } = partsOf(dot);
  const same = { d: `M${x} ${y}h0`, vectorEffect: 'non-scaling-stroke', 'data-place': place.value.id } as const;
  return (
    <g className="cursor-pointer">
      <path {...same} strokeWidth={16} stroke="transparent" />
      <path {...same} className={`${isLit ? 'stroke-ink' : 'stroke-paper'} [stroke-width:7] @md:[stroke-width:9.5]`} />
      <path {...same} stroke="currentColor" className={`${shadeOf(place)} [stroke-width:5] @md:[stroke-width:7]`} />
    </g>
  );
}

/**
 * Draws points, one for each place, in the same size at every scale of the map. A place with activities of two colours
 * has a smaller dot in the second colour inside the dot of the first colour.
 */
function Points({ points }: { points: readonly MapPoint[] }) {
  const same = { vectorEffect: 'non-scaling-stroke' } as const;
  return (
    <g strokeLinecap="round" className="pointer-events-none">
      {pathsByColour(points).map(({ key, d, colours }) => {
        const [first, second] = colours ?? [];
        return (
          <Fragment key={key}>
            <path {...same} d={d} className="stroke-paper" strokeWidth={colours ? 9 : 7} />
            <path
              {...same}
              d={d}
              className="stroke-accent"
              style={colours ? { stroke: colourOf(first) } : undefined}
              strokeWidth={colours ? 6.5 : 4.5}
            />
            {second !== undefined && <path {...same} d={d} style={{ stroke: colourOf(second) }} strokeWidth={3} />}
          </Fragment>
        );
      })}
    </g>
  );
}

/** Shows the name and count of the highlighted country above its centre. */
function Name({ countries, lit }: Pick<Props, 'countries' | 'lit'>) {
  const { words, number } = useText();
  const [only, ...others] = [...countries].filter(([, { value }]) => lit.has(value.id));
  if (!only || others.length > 0) return null;
  const [code, { value, count }] = only;
  const { x, y } = partsOf(SHAPES[code] ?? DOTS[code]);
  const share = x / FRAME.width;
  const shift = share < 0.12 ? '-15%' : share > 0.88 ? '-85%' : '-50%';
  return (
    <p
      aria-hidden="true"
      className="pointer-events-none absolute z-10 rounded-sm border border-edge bg-paper px-2 py-0.5 text-xs whitespace-nowrap"
      style={{
        left: `${share * 100}%`,
        top: `${((y - FRAME.top) / FRAME.height) * 100}%`,
        transform: `translate(${shift}, calc(-100% - 0.75rem))`,
      }}
    >
      <bdi className="font-semibold">{words(value.label)}</bdi> {number(count)}
    </p>
  );
}

/** Splits an entry of `SHAPES` or `DOTS` into its centre and its path. */
function partsOf(entry = ''): { x: number; y: number; path: string } {
  const [x = '0', y = '0', ...path] = entry.split(' ');
  return { x: Number(x), y: Number(y), path: path.join(' ') };
}
