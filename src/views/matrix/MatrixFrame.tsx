import {
  type CSSProperties,
  type ReactNode,
  type SyntheticEvent,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { useText } from '../../i18n/use-text';
import { keepOneStop, moveInTable } from './table-keys';

/** The cells of a row before those of the columns: its name and its number. */
const BEFORE = 2;

const WIDTHS =
  '[--all:2.5rem] [--column:4.75rem] [--first:7rem] md:[--all:3.5rem] md:[--column:5.75rem] md:[--first:13rem] wide:[--all:8rem]';

/** What scrolls has to be reached by the keyboard. */
const REACHED = { tabIndex: 0 } as const;

interface Props {
  caption: string;
  columnCount: number;
  /** The head, with the column that pointer or focus is in. */
  head: (active: number | null) => ReactNode;
  /** The body. It isn't drawn again while the pointer moves over it. */
  children: ReactNode;
}

/** The table in a frame that scrolls by itself, so that head and first column stay in view. */
export function MatrixFrame({ caption, columnCount, head, children }: Props) {
  const { t } = useText();
  const table = useRef<HTMLTableElement>(null);
  const helpId = useId();
  const [active, setActive] = useState<number | null>(null);
  useLayoutEffect(() => {
    if (table.current) keepOneStop(table.current);
  });
  const lookAt = ({ target }: SyntheticEvent) => {
    const cell = target instanceof Element ? target.closest<HTMLTableCellElement>('tbody td, tbody th') : null;
    setActive(cell && cell.cellIndex >= BEFORE ? cell.cellIndex - BEFORE : null);
  };
  const size = { '--columns': columnCount } as CSSProperties;
  return (
    <section
      {...REACHED}
      aria-label={t('matrix.label')}
      className={`${WIDTHS} relative isolate mt-2 max-md:mt-0 max-h-[calc(100dvh-4.5rem)] scroll-ps-(--first) scroll-pt-36 overflow-auto focus-visible:-outline-offset-2 print:max-h-none print:overflow-visible`}
    >
      <table
        ref={table}
        aria-describedby={helpId}
        style={size}
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
        {head(active)}
        {children}
      </table>
      <p id={helpId} className="sr-only">
        {t('matrix.help')}
      </p>
    </section>
  );
}
