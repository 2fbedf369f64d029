import { type ToggleEvent, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { windowText } from '../../i18n/date-text';
import { useDates } from '../../i18n/use-dates';
import type { Pile } from '../../layout/arrange';
import type { ActivityRow } from '../../model/answer';
import type { View } from '../../model/view';
import { windowPatch } from '../../model/window';
import { ViewLink } from '../../navigation/ViewLink';
import { Button } from '../../ui/Button';
import { Words } from '../../ui/Words';

/** `place` is the position of the pile's button, in pixels from the top left of the page. */
export interface OpenPile extends Pile {
  place: { left: number; top: number; bottom: number };
}

interface Props {
  pile: OpenPile;
  rows: readonly ActivityRow[];
  /** Zooms in until the marks of the pile are drawn separately. Null if no zoom can separate them. */
  onZoom: (() => void) | null;
  onClose: () => void;
}

const WIDTH = 340;
const MARGIN = 12;
const DISTANCE = 4;

/** Lists the activities of a pile in a native popover. Escape and a click outside close the popover. */
export function PileList({ pile, rows, onZoom, onClose }: Props) {
  const tools = useDates();
  const { t } = tools;
  const ref = useRef<HTMLDivElement>(null);
  const { earliest, latest } = pile.span;
  const name = t('timeline.pileNamed', { n: pile.count, period: windowText(tools, earliest, latest) });
  const all: Partial<View> = { panel: 'list', ...windowPatch(earliest, latest) };
  const { place } = pile;
  const [isAbove, setAbove] = useState(false);
  useLayoutEffect(() => {
    const list = ref.current;
    if (!list) return;
    list.showPopover();
    const { bottom, height } = list.getBoundingClientRect();
    setAbove(bottom > innerHeight - MARGIN && place.top - scrollY > height + MARGIN);
  }, [place]);
  // Focuses the first link only once the position is final, because the page scrolls to the focused element.
  useEffect(() => ref.current?.querySelector('a')?.focus(), []);
  return (
    <div
      ref={ref}
      popover="auto"
      role="dialog"
      aria-label={name}
      className={`absolute m-0 rounded-sm border border-edge bg-paper p-3 text-ink shadow-sm ${isAbove ? '-translate-y-full' : ''}`}
      style={{
        left: Math.max(MARGIN, Math.min(place.left, innerWidth - WIDTH - MARGIN)),
        top: isAbove ? place.top - DISTANCE : place.bottom + DISTANCE,
        width: Math.min(WIDTH, innerWidth - 2 * MARGIN),
      }}
      onToggle={(event: ToggleEvent) => {
        if (event.newState === 'closed') onClose();
      }}
    >
      <p className="mb-1 text-xs text-ink-2">{name}</p>
      <ul className="-mx-1 max-h-72 overflow-y-auto px-1 py-0.5">
        {rows.map(row => (
          <li key={row.id} className="border-t border-faint">
            <ViewLink
              to={{ activity: row.id }}
              onFollow={onClose}
              className="grid grid-cols-[5.5rem_minmax(0,1fr)] items-baseline gap-x-2 py-1 hover:text-accent"
            >
              <span className="text-xs text-ink-2">{tools.date(row.date, 'full')}</span>
              <span className="font-serif text-base leading-5">
                <Words of={tools.spoken(row.title)} />
              </span>
            </ViewLink>
          </li>
        ))}
      </ul>
      <div className="mt-2 flex flex-wrap items-center gap-2 empty:hidden">
        {onZoom && (
          <Button look="outline" onClick={onZoom}>
            {t('timeline.zoomIn')}
          </Button>
        )}
        {pile.count > rows.length && (
          <ViewLink to={all} className="link" onFollow={onClose}>
            {t('timeline.pileAll', { n: pile.count })}
          </ViewLink>
        )}
      </div>
    </div>
  );
}
