import { useText } from '../../i18n/use-text';
import { valueLabel } from '../../i18n/value-label';
import type { Facet } from '../../model/dataset';
import { Icon } from '../../ui/icons';
import { ValueDot } from '../ValueDot';
import { LAND, SHADES } from './map-shades';
import type { MapPlace } from './places';

interface Props {
  facet: Facet;
  places: readonly MapPlace[];
  /** The place under the pointer or with the focus, and the countries that belong to it. */
  lit: ReadonlySet<string>;
  onLight: (id: string | null) => void;
  onToggle: (id: string) => void;
}

/** Lists what the map shows: regions and their countries. Each is a toggle button with its count. */
export function PlaceList({ facet, places, ...rest }: Props) {
  const { words } = useText();
  return (
    <ul aria-label={words(facet.label)} className="columns-1 gap-x-8 @md:columns-2 @2xl:columns-3 @4xl:columns-1">
      {places.map(place => (
        <Place key={place.value.id} place={place} depth={0} isUnderLit={false} facet={facet} {...rest} />
      ))}
    </ul>
  );
}

type PlaceProps = Omit<Props, 'places'> & { place: MapPlace; depth: number; isUnderLit: boolean };

function Place({ place, depth, isUnderLit, ...rest }: PlaceProps) {
  const tools = useText();
  const { t, number } = tools;
  const { facet, lit, onLight, onToggle } = rest;
  const { value, count, state, below } = place;
  const label = valueLabel(tools, facet, value.id);
  const isRegion = depth === 0 && below.length > 0;
  const isLit = isUnderLit || lit.has(value.id);
  return (
    <li className={`break-inside-avoid ${isRegion ? 'pb-3' : ''}`}>
      <button
        type="button"
        aria-pressed={state === 'chosen'}
        className={`relative flex min-h-6.5 w-full items-baseline gap-2 border-b border-faint py-0.5 text-start focus-visible:-outline-offset-2 pointer-coarse:min-h-11 pointer-coarse:items-center ${
          isRegion || state !== 'free' ? 'font-semibold' : ''
        } ${state === 'chosen' ? 'text-accent' : count === 0 ? 'text-ink-2' : ''} ${isLit ? 'bg-raised' : ''}`}
        style={{ paddingInlineStart: indent(depth) }}
        onPointerEnter={() => onLight(value.id)}
        onPointerLeave={() => onLight(null)}
        onFocus={() => onLight(value.id)}
        onBlur={() => onLight(null)}
        onClick={() => onToggle(value.id)}
      >
        <span className="sr-only">
          {t(state === 'excluded' ? 'facet.boxExcluded' : 'facet.box', { label, n: count })}
        </span>
        <Swatch place={place} depth={depth} />
        <span
          aria-hidden="true"
          className={`hyphenate min-w-0 grow ${state === 'excluded' ? 'line-through decoration-accent' : ''}`}
        >
          <ValueDot facet={facet} value={value.id} />
          <bdi>{label}</bdi>
        </span>
        <span aria-hidden="true" className={`min-w-[3ch] text-end ${state === 'free' ? 'font-normal text-ink-2' : ''}`}>
          {number(count)}
        </span>
      </button>
      {below.length > 0 && (
        <ul>
          {below.map(child => (
            <Place key={child.value.id} place={child} depth={depth + 1} isUnderLit={isLit} {...rest} />
          ))}
        </ul>
      )}
    </li>
  );
}

function indent(depth: number): string {
  return `${depth * 1.125}rem`;
}

/**
 * The square before a country's name, in the country's shade on the map. For a chosen or excluded country, a check mark
 * or a minus sign replaces the square. A region has no square, so its sign is placed in the margin and its name does
 * not move.
 */
function Swatch({ place: { state, code, step }, depth }: { place: MapPlace; depth: number }) {
  if (state !== 'free') {
    return (
      <span
        className={`inline-flex w-3 shrink-0 justify-center self-center ${code === null ? 'absolute -ms-4' : ''}`}
        style={code === null ? { insetInlineStart: indent(depth) } : undefined}
      >
        <Icon name={state === 'chosen' ? 'check' : 'minus'} className="text-accent" />
      </span>
    );
  }
  if (code === null) return null;
  return (
    <span
      aria-hidden="true"
      className={`forced-mark mx-px size-2.5 shrink-0 self-center bg-current ${SHADES[step] ?? `${LAND} ring-1 ring-rule ring-inset`}`}
    />
  );
}
