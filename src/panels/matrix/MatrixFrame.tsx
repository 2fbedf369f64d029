import {
  type CSSProperties,
  type KeyboardEvent,
  type ReactNode,
  type SyntheticEvent,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { useText } from '../../i18n/use-text';
import { cellOf, elementAfter } from '../../ui/grid-keys';
import { useWidth } from '../../ui/use-width';

/** The number of cells in each row before the columns of the facet: the name and the total. */
const BEFORE = 2;

const WIDTHS =
  '[--all:2.5rem] [--column:4.75rem] [--first:7rem] md:[--all:3.5rem] md:[--column:5.75rem] md:[--first:13rem] wide:[--all:8rem] print:[--all:2.5rem] print:[--column:3.25rem] print:[--first:8rem] print:[zoom:min(1,calc(12/(var(--columns)+2)))]';

/** Makes a scrolling element focusable, so that readers can scroll it by keyboard. */
const REACHED = { tabIndex: 0 } as const;

const SCROLLING = 'max-h-[calc(100dvh-4.5rem)] overflow-auto print:max-h-none print:overflow-visible';

interface Props {
  caption: string;
  columnCount: number;
  /** `active` is the column under the pointer or with the focus, or null. `isScrolling`: the frame itself scrolls. */
  head: (active: number | null, isScrolling: boolean) => ReactNode;
  /** The body is not rendered again while the pointer moves over it. */
  children: ReactNode;
}

/**
 * A table with sticky head and first column. Scrolls in a frame only if it must, because nested scrolling is tedious.
 */
export function MatrixFrame({ caption, columnCount, head, children }: Props) {
  const { t } = useText();
  const table = useRef<HTMLTableElement>(null);
  const [frame, width] = useWidth<HTMLElement>();
  const [isWide, setWide] = useState(false);
  const helpId = useId();
  const [active, setActive] = useState<number | null>(null);
  useLayoutEffect(() => {
    if (!table.current) return;
    keepOneStop(table.current);
    setWide(table.current.offsetWidth > width);
  });
  const lookAt = ({ target }: SyntheticEvent) => {
    const cell = target instanceof Element ? target.closest<HTMLTableCellElement>('tbody td, tbody th') : null;
    setActive(cell && cell.cellIndex >= BEFORE ? cell.cellIndex - BEFORE : null);
  };
  const size = { '--columns': columnCount } as CSSProperties;
  return (
    <section
      ref={frame}
      {...(isWide && REACHED)}
      aria-label={t('matrix.label')}
      style={size}
      className={`${WIDTHS} ${isWide ? SCROLLING : ''} relative isolate mt-2 focus-visible:-outline-offset-2 max-md:mt-0`}
    >
      <table
        ref={table}
        aria-describedby={helpId}
        className="w-full min-w-[calc(var(--first)+var(--all)+var(--columns)*var(--column))] max-w-[calc(var(--first)+var(--all)+var(--columns)*9rem)] table-fixed border-separate border-spacing-0"
        onKeyDown={moveInTable}
        onFocus={event => {
          if (event.target instanceof HTMLAnchorElement) keepOneStop(event.currentTarget, event.target);
          lookAt(event);
        }}
        onBlur={() => setActive(null)}
        onPointerOver={lookAt}
        onPointerLeave={() => setActive(null)}
      >
        <caption className="sr-only text-start print:not-sr-only">{caption}</caption>
        <colgroup>
          <col className="w-(--first)" />
          <col className="w-(--all)" />
          <col span={columnCount} />
        </colgroup>
        {head(active, isWide)}
        {children}
      </table>
      <p id={helpId} className="sr-only">
        {t('matrix.help')}
      </p>
    </section>
  );
}

const KEYS = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End'];

/** Moves the focus between links by arrow keys. Home and End go to the ends of the row. */
function moveInTable(event: KeyboardEvent<HTMLTableElement>): void {
  const cell = cellOf(event.target);
  if (!cell || !KEYS.includes(event.key) || event.altKey || event.metaKey || event.ctrlKey) return;
  event.preventDefault();
  elementAfter(cell, event, at => at.querySelector('a'))?.focus();
}

/** Makes one link the only Tab stop: `wanted`, otherwise the current stop, otherwise the first link of the body. */
function keepOneStop(table: HTMLTableElement, wanted?: Element): void {
  const stops = table.querySelectorAll<HTMLElement>('a[tabindex="0"]');
  if (!wanted && stops.length > 0) return;
  for (const stop of stops) stop.tabIndex = -1;
  const next = wanted ?? table.querySelector('td a') ?? table.querySelector('a');
  if (next instanceof HTMLElement) next.tabIndex = 0;
}
