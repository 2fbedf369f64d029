import { type ReactNode, useId, useState } from 'react';
import { spanText } from '../i18n/date-text';
import { windowInWords } from '../i18n/headline';
import { useText } from '../i18n/use-text';
import type { DaySpan } from '../lib/day';
import type { Density } from '../model/answer';
import type { TimeAxis } from '../model/time-axis';
import { choiceOf, isConstraint, NO_CHOICE, type View, withChoice } from '../model/view';
import type { CountsReply } from '../model/wants';
import { isFiltered } from '../model/window';
import { useNavigation } from '../navigation/navigation';
import { Chips } from '../panels/chips/Chips';
import { Periods } from '../panels/density/Periods';
import { SheetFacets } from '../panels/facets/SheetFacets';
import { useOpenDataset } from '../panels/open-dataset';
import { type SheetPart, YEARS } from '../panels/pills/Pills';
import { WindowFields } from '../panels/window/WindowFields';
import { Button, IconButton } from '../ui/Button';
import { Icon } from '../ui/icons';
import { Sheet } from '../ui/Sheet';
import type { Side } from './compared';
import type { Clearing } from './use-clearing';

interface Props {
  part: SheetPart;
  /** The side of a comparison that the sheet filters. Null without a comparison. */
  side: Side | null;
  answer: { counts: Pick<CountsReply, 'facets' | 'total'>; density: Density };
  view: View;
  /** Null if no activity has a date. */
  axis: TimeAxis | null;
  clearing: Clearing;
  onClose: () => void;
  /** The note about a refused change. It stays visible while the sheet scrolls. */
  notice: ReactNode;
}

/** The sheet of filters for screens without a column of facets. */
export function FilterSheet({ part, side, answer, view, axis, clearing, onClose, notice }: Props) {
  const { counts, density } = answer;
  const { go } = useNavigation();
  const { t, words } = useText();
  const { head } = useOpenDataset();
  const titleId = useId();
  const facet = head.facets.find(({ id }) => id === part);
  const all = side ? t(`compare.filtersOf.${side}`) : t('filters');
  const name = part === YEARS ? t('pill.years') : facet && words(facet.label);
  const title =
    name === undefined ? all : side ? t('compare.partOf', { part: name, side: t(`compare.${side}`) }) : name;
  const hasWindow = view.from !== null || view.to !== null;
  const isChosen = part === YEARS ? hasWindow : isConstraint(choiceOf(view, part ?? ''));
  const clearPart = () =>
    go(part === YEARS ? { from: null, to: null } : { facets: withChoice(view, part ?? '', NO_CHOICE) });
  const years = (
    <>
      <WindowFields window={view} bounds={axis?.bounds ?? null} />
      {axis && <Periods layout="inline" selection={density} window={view} axis={axis} isFiltered={isFiltered(view)} />}
    </>
  );
  return (
    <Sheet labelledBy={titleId} from="bottom" onClose={onClose}>
      <div className="flex h-full flex-col">
        <div className="flex items-center gap-2 border-b border-rule py-2 ps-6 pe-2">
          <h2 id={titleId} tabIndex={-1} className="min-w-0 grow truncate font-serif text-xl font-semibold">
            {title}
          </h2>
          {part === null && (
            <Button
              look="link"
              className="px-3 text-base"
              aria-label={clearing.undo ? undefined : t('chip.clearAll')}
              onClick={clearing.undo ?? clearing.clear}
            >
              {clearing.undo ? t('chip.undoClear') : t('filters.clear')}
            </Button>
          )}
          {part !== null && isChosen && (
            <Button look="link" className="px-3 text-base" onClick={clearPart}>
              {t('filters.clearOne')}
            </Button>
          )}
          <IconButton icon="close" label={t('close')} onClick={onClose} />
        </div>
        <div className="grow overflow-y-auto px-6 py-2 text-base">
          {part === null && (
            <div className="-me-6 pt-1 text-sm">
              <Chips head={head} view={view} onClear={null} onUndo={null} />
            </div>
          )}
          {part === YEARS ? (
            <div className="pt-3">{years}</div>
          ) : (
            <SheetFacets view={view} counts={counts.facets} only={part}>
              {axis && <Years window={hasWindow ? view : axis.bounds}>{years}</Years>}
            </SheetFacets>
          )}
        </div>
        {notice}
        <div className="border-t border-rule px-5 py-4">
          <Button look="primary" className="w-full justify-center py-3 text-base" onClick={onClose}>
            {t('filters.show', { n: counts.total })}
          </Button>
        </div>
      </div>
    </Sheet>
  );
}

/** Shows the years as a group that opens and closes like a facet. If closed, its head names the chosen years. */
function Years({ window, children }: { window: Pick<View, 'from' | 'to'> | DaySpan; children: ReactNode }) {
  const tools = useText();
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const said =
    'earliest' in window
      ? spanText(tools, { year: 'numeric' }, window.earliest, window.latest)
      : windowInWords(tools, window);
  return (
    <section aria-labelledby={id} className="-mx-6 px-6">
      <div className="relative flex items-center justify-between gap-2">
        <h2 className="font-semibold">
          <button
            type="button"
            aria-expanded={isOpen}
            className={`-ms-6 flex min-h-7 items-center ps-6 -outline-offset-2 pointer-coarse:min-h-11 ${isOpen ? '' : 'after:absolute after:inset-0'}`}
            onClick={() => setOpen(!isOpen)}
          >
            <Icon
              name={isOpen ? 'down' : 'right'}
              className={`absolute -start-[1.1875rem] size-3.5! text-ink-2 ${isOpen ? '' : 'rtl:-scale-x-100'}`}
            />
            <span id={id}>{tools.t('pill.years')}</span>
          </button>
        </h2>
        {!isOpen && <span className="min-w-0 truncate text-xs text-ink-2">{said}</span>}
      </div>
      {isOpen && <div className="pb-2">{children}</div>}
    </section>
  );
}
