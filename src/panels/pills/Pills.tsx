import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
import { windowInWords } from '../../i18n/headline';
import { useText } from '../../i18n/use-text';
import { constraintsOfView } from '../../model/constraints';
import { type DatasetHead, hasValues } from '../../model/dataset';
import { choiceOf, type View } from '../../model/view';
import { Icon, type IconName } from '../../ui/icons';
import { useRoving } from '../../ui/use-roving';

/** The part of the filters in their sheet: the facet with this id, the years (`YEARS`), or all of them (null). */
export type SheetPart = string | null;

/** No facet has this id, because `from` is a key of links. */
export const YEARS = 'from';

interface Props {
  head: DatasetHead;
  view: View;
  hasYears: boolean;
  /** The button that restores cleared filters, if there are any. */
  undo: ReactNode;
  onOpen: (part: SheetPart) => void;
  /** Further actions on the filters, shown after the pills. */
  children?: ReactNode;
}

interface OnePill {
  part: SheetPart;
  text: string;
  isChosen: boolean;
  /** The accessible name. Undefined if it is `text`. */
  spoken: string | undefined;
}

/** The number of facets before the years. After more facets, the years would be out of sight on a phone. */
const BEFORE_YEARS = 2;

/**
 * A row of buttons for screens without a column of facets. The first button opens all filters, and each of the others
 * opens one facet or the years. Facets with a choice come first, and their buttons say how many values are chosen. A
 * row that is too wide scrolls and fades out at its end.
 */
export function Pills({ head, view, hasYears, undo, onOpen, children }: Props) {
  const tools = useText();
  const { t, words, exact } = tools;
  const row = useRef<HTMLDivElement>(null);
  const roving = useRoving(row);
  const isCut = useIsCut(row);
  const all = constraintsOfView(view).length;
  const facets: OnePill[] = head.facets.filter(hasValues).map(facet => {
    const { include, exclude } = choiceOf(view, facet.id);
    const chosen = include.length + exclude.length;
    const label = words(facet.label);
    const text = chosen > 0 ? t('pill.chosen', { facet: label, n: exact(chosen) }) : label;
    return { part: facet.id, text, isChosen: chosen > 0, spoken: undefined };
  });
  const window = windowInWords(tools, view);
  const years: OnePill = {
    part: YEARS,
    text: window || t('pill.years'),
    isChosen: window !== '',
    spoken: window === '' ? undefined : t('search.offer', { name: t('pill.years'), value: window }),
  };
  const pills = hasYears ? facets.toSpliced(BEFORE_YEARS, 0, years) : facets;
  const sorted = [...pills.filter(pill => pill.isChosen), ...pills.filter(pill => !pill.isChosen)];
  return (
    <div
      {...roving}
      role="toolbar"
      aria-label={t('facets.label')}
      className={`flex min-w-0 grow gap-2 overflow-x-auto pe-5 [scrollbar-width:none] ${isCut ? 'fade-end' : ''}`}
    >
      {undo}
      <Pill icon="filter" isChosen={false} label={t('filters.applied', { n: all })} onClick={() => onOpen(null)}>
        {all > 0 ? exact(all) : t('facets.label')}
      </Pill>
      {sorted.map(({ part, text, isChosen, spoken }) => (
        <Pill key={part} isChosen={isChosen} label={spoken} onClick={() => onOpen(part)}>
          <bdi>{text}</bdi>
        </Pill>
      ))}
      {children}
    </div>
  );
}

interface PillProps {
  icon?: IconName;
  isChosen: boolean;
  /** The accessible name. Undefined if it is the visible text. */
  label: string | undefined;
  onClick: () => void;
  children: ReactNode;
}

function Pill({ icon, isChosen, label, onClick, children }: PillProps) {
  return (
    <button
      type="button"
      aria-haspopup="dialog"
      aria-label={label}
      className="group/pill flex min-h-9 min-w-11 shrink-0 items-center -outline-offset-2 pointer-coarse:min-h-11"
      onClick={onClick}
    >
      <span
        className={`flex min-h-9 items-center gap-2 rounded-sm border px-3 whitespace-nowrap ${
          isChosen
            ? 'border-accent-ground bg-accent-ground font-semibold forced-colors:border-accent'
            : 'border-edge group-hover/pill:bg-faint'
        }`}
      >
        {icon && <Icon name={icon} />}
        {children}
        {!icon && <Icon name="down" className="size-3.5! text-ink-2" />}
      </span>
    </button>
  );
}

/** Returns whether a scrolling row has more content beyond its end. */
function useIsCut(row: RefObject<HTMLElement | null>): boolean {
  const [isCut, setCut] = useState(false);
  useEffect(() => {
    const element = row.current;
    if (!element) return;
    const look = () => setCut(element.scrollWidth - element.clientWidth - Math.abs(element.scrollLeft) > 1);
    const observer = new ResizeObserver(look);
    observer.observe(element);
    for (const child of element.children) observer.observe(child);
    element.addEventListener('scroll', look, { passive: true });
    look();
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', look);
    };
  });
  return isCut;
}
