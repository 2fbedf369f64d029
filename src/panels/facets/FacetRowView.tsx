import { memo, useEffect, useRef, useState } from 'react';
import { useText } from '../../i18n/use-text';
import { LONG_LABEL } from '../../i18n/value-label';
import { isolated } from '../../lib/isolated';
import { type FacetValue, NONE } from '../../model/dataset';
import { Icon } from '../../ui/icons';
import { useSitePages } from '../site-pages';
import { useFacetRows } from './facet-context';
import { Sparkline } from './Sparkline';

const ACTION =
  'inline-flex h-6 min-w-6 items-center rounded-sm px-1 font-normal text-accent hover:underline pointer-coarse:h-11 pointer-coarse:px-3';

export type RowState = 'free' | 'chosen' | 'excluded' | 'partly';

interface Props {
  value: FacetValue;
  depth: number;
  /** Whether the children are shown. Undefined for a value without children. */
  expanded: boolean | undefined;
  count: number;
  spark: string;
  state: RowState;
  /** Whether this row is the Tab stop of the facet. Arrow keys lead to the other rows. */
  isStop: boolean;
}

/** Shows one value of a facet. The component is memoised, because a facet may have hundreds of values. */
export const FacetRowView = memo(function FacetRowView(props: Props) {
  const { value, count, depth, state, expanded, isStop } = props;
  const { id } = value;
  const { facet, digits, largest, spark, hasRoom, onToggle, onOnly, onExclude, onExpand } = useFacetRows();
  const { t, number, words, spoken } = useText();
  const folder = useSitePages()?.value(facet, id);
  const { text: label, language } = spoken(value.label);
  const tight = label.length > LONG_LABEL && value.short ? words(value.short) : label;
  const box = useRef<HTMLInputElement>(null);
  const menuButton = useRef<HTMLButtonElement>(null);
  const [hasMenu, setMenu] = useState(false);
  useEffect(() => {
    if (box.current) box.current.indeterminate = state === 'partly';
  }, [state]);
  /** Moves the focus to the checkbox first, because the pressed button disappears with the menu. */
  const act = (onAct: (id: string) => void) => {
    box.current?.focus();
    setMenu(false);
    onAct(id);
  };
  const isStrong = state === 'chosen' || state === 'excluded';
  // The accessible name contains the visible text, so that speech input can find the checkbox.
  const spokenLabel = label.includes(tight) ? label : `${isolated(label)}, ${isolated(tight)}`;
  const name = t(state === 'excluded' ? 'facet.boxExcluded' : 'facet.box', { label: spokenLabel, n: count });
  return (
    <li
      data-previews={`${facet} ${id}`}
      data-facet-line=""
      data-facet-depth={depth}
      className={`group/row relative flex min-h-6 flex-wrap items-start pointer-coarse:min-h-11 pointer-coarse:items-center ${
        isStrong ? 'font-semibold' : count === 0 ? 'text-ink-2' : ''
      }`}
      style={{ paddingInlineStart: `${depth * 1.375}rem` }}
      onKeyDown={event => {
        if (event.key !== 'Escape' || !hasMenu) return;
        // Prevents the sheet around the menu from closing as well.
        event.preventDefault();
        setMenu(false);
        menuButton.current?.focus();
      }}
    >
      {expanded !== undefined && (
        <button
          type="button"
          tabIndex={-1}
          data-facet-toggle=""
          aria-expanded={expanded}
          aria-label={t('facet.below', { label })}
          className="absolute top-0 grid size-6 -translate-x-6 place-items-center text-ink-2 -outline-offset-2 hover:text-ink pointer-coarse:top-2.5 rtl:translate-x-6"
          style={{ insetInlineStart: `${depth * 1.375}rem` }}
          onClick={() => onExpand(id, !expanded)}
        >
          <Icon name={expanded ? 'down' : 'right'} className={`size-3.5 ${expanded ? '' : 'rtl:-scale-x-100'}`} />
        </button>
      )}
      <label
        lang={language ?? undefined}
        className="relative flex min-w-0 grow basis-full select-none items-start self-stretch pointer-coarse:basis-[calc(100%-2.75rem)] pointer-coarse:items-center pointer-coarse:gap-1.5"
      >
        <span className="relative grid size-6 shrink-0 place-items-center pointer-coarse:static">
          <input
            ref={box}
            type="checkbox"
            tabIndex={isStop ? 0 : -1}
            data-facet-box={id}
            data-facet-stop=""
            checked={state === 'chosen'}
            aria-label={name}
            // The pointer target is 24 px square. On touch screens it is the whole row.
            className="peer absolute inset-0 size-full cursor-pointer appearance-none rounded-sm -outline-offset-4 focus-visible:shadow-none"
            onChange={({ nativeEvent }) => onToggle(id, nativeEvent instanceof MouseEvent && nativeEvent.shiftKey)}
          />
          <span className="pointer-events-none grid size-3.5 place-items-center rounded-[2px] border border-edge bg-paper peer-checked:border-accent peer-checked:bg-accent pointer-coarse:size-[18px]">
            {state !== 'free' && (
              <Icon
                name={state === 'chosen' ? 'check' : 'minus'}
                className={`size-3! ${state === 'chosen' ? 'text-on-accent' : 'text-accent'}`}
              />
            )}
          </span>
        </span>
        {/* Hidden from screen readers, because the checkbox has the full accessible name of the row. */}
        {/* A sparkline that does not fit beside the label wraps to a line without height and is clipped. */}
        <span
          aria-hidden="true"
          className={`flex min-w-0 grow items-start justify-between overflow-clip ${hasRoom ? '' : 'flex-wrap'}`}
        >
          <span
            title={tight === label ? undefined : label}
            className={`hyphenate min-w-0 max-w-full py-0.5 ${state === 'excluded' ? 'line-through decoration-accent' : ''}`}
          >
            <bdi>{tight}</bdi>
          </span>
          {spark && <Sparkline path={props.spark} isShown={hasRoom} {...spark} />}
        </span>
        <span
          aria-hidden="true"
          className={`whitespace-nowrap py-0.5 text-end ${isStrong ? '' : 'text-ink-2'}`}
          style={{ minWidth: `${Math.max(2, digits) + 0.5}ch` }}
        >
          {number(count)}
        </span>
        <span aria-hidden="true" className="absolute start-1.25 end-0 bottom-0 h-px bg-faint pointer-coarse:start-0.75">
          <span
            className={`absolute start-0 bottom-0 block h-0.5 ${isStrong ? 'bg-accent' : 'bg-context'}`}
            style={{ width: `${(count / largest) * 100}%` }}
          />
        </span>
      </label>
      <button
        ref={menuButton}
        type="button"
        tabIndex={-1}
        aria-expanded={hasMenu}
        aria-label={t('facet.more', { label })}
        className={`absolute start-full top-0 grid size-6 shrink-0 place-items-center text-ink-2 -outline-offset-2 hover:text-ink pointer-coarse:visible pointer-coarse:static pointer-coarse:size-11 ${
          hasMenu ? '' : 'invisible group-focus-within/row:visible group-hover/row:visible'
        }`}
        onClick={() => setMenu(!hasMenu)}
      >
        <Icon name="more" />
      </button>
      {/* The actions cover no label. While the menu is closed, the arrow keys reach them, and the focus opens the line. */}
      <span
        className={`flex gap-1 ps-6 text-xs focus-within:basis-full ${
          hasMenu
            ? 'basis-full'
            : 'invisible group-focus-within/row:visible not-focus-within:absolute not-focus-within:size-0 not-focus-within:overflow-hidden'
        }`}
      >
        <RowAction label={t('facet.onlyName', { label })} text={t('facet.only')} onAct={() => act(onOnly)} />
        {state !== 'excluded' && (
          <RowAction label={t('facet.excludeName', { label })} text={t('facet.exclude')} onAct={() => act(onExclude)} />
        )}
        {folder !== undefined && id !== NONE && count > 0 && (
          <>
            <FollowLink
              href={`${folder}calendar.ics`}
              label={t('facet.calendarName', { label })}
              text={t('facet.calendar')}
            />
            <FollowLink href={`${folder}feed.xml`} label={t('facet.feedName', { label })} text={t('facet.feed')} />
          </>
        )}
      </span>
    </li>
  );
});

function FollowLink({ href, label, text }: { href: string; label: string; text: string }) {
  return (
    <a href={href} tabIndex={-1} data-facet-act="" aria-label={label} className={ACTION}>
      {text}
    </a>
  );
}

function RowAction({ label, text, onAct }: { label: string; text: string; onAct: () => void }) {
  return (
    <button type="button" tabIndex={-1} data-facet-act="" aria-label={label} className={ACTION} onClick={onAct}>
      {text}
    </button>
  );
}
