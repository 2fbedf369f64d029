import { type ReactNode, useRef } from 'react';
import { lengthText } from '../../i18n/length-text';
import { useText } from '../../i18n/use-text';
import { type Facet, hasValues } from '../../model/dataset';
import { foldingPatch } from '../../model/folding';
import type { TimeAxis } from '../../model/time-axis';
import { LANE_SORTS, type View } from '../../model/view';
import { wholeRecord } from '../../model/window';
import { useNavigation } from '../../navigation/navigation';
import { Button, IconButton } from '../../ui/Button';
import { useRoving } from '../../ui/use-roving';
import { useOpenDataset } from '../open-dataset';

interface Props {
  lanes: Facet | null;
  view: View;
  axis: TimeAxis;
  /** Whether pressing each button would change anything. */
  can: Readonly<Record<'earlier' | 'later' | 'zoomIn' | 'zoomOut' | 'fit', boolean>>;
  onZoom: (factor: number) => void;
  /** Moves the window by a share of its length. 0.5 means half a window later. */
  onPan: (share: number) => void;
  colour: ReactNode;
  children: ReactNode;
}

export function Toolbar(props: Props) {
  const { go } = useNavigation();
  const { lanes, view, axis, can, onZoom, onPan, colour, children } = props;
  const { head } = useOpenDataset();
  /** Whether the axis is fitted to the result. If the view names no window, only a fitted axis can be zoomed out. */
  const isFitted = can.zoomOut && view.from === null && view.to === null;
  const tools = useText();
  const { t, words } = tools;
  const roving = useRoving(useRef<HTMLDivElement>(null));
  return (
    <div
      role="toolbar"
      {...roving}
      aria-label={t('timeline.toolbar')}
      className="no-print flex flex-wrap items-center justify-between gap-x-4 gap-y-1"
    >
      {view.compare === null && (
        <label className="flex items-center gap-1.5 text-ink-2">
          {t('timeline.lanes')}
          <select
            value={lanes?.id ?? 'none'}
            className="h-7 rounded-sm bg-paper text-ink hover:bg-faint pointer-coarse:h-11"
            onChange={event => go({ lanes: event.target.value })}
          >
            {head.facets.filter(hasValues).map(facet => (
              <option key={facet.id} value={facet.id}>
                {words(facet.label)}
              </option>
            ))}
            <option value="none">{t('timeline.noLanes')}</option>
          </select>
        </label>
      )}
      {lanes && (
        <label className="flex items-center gap-1.5 text-ink-2 max-lg:hidden">
          {t('timeline.laneSort')}
          <select
            value={view.laneSort}
            className="h-7 rounded-sm bg-paper text-ink hover:bg-faint pointer-coarse:h-11"
            onChange={event => go({ laneSort: LANE_SORTS.find(sort => sort === event.target.value) ?? 'given' })}
          >
            {LANE_SORTS.map(sort => (
              <option key={sort} value={sort}>
                {t(`timeline.laneSort.${sort}`)}
              </option>
            ))}
          </select>
        </label>
      )}
      <div className={axis.gaps.length > 0 ? '' : 'me-auto'}>{colour}</div>
      {axis.gaps.length > 0 && (
        <Button
          className="-ms-2 me-auto text-start whitespace-normal"
          onClick={() => go(foldingPatch(!axis.isFolding, axis))}
        >
          {t(axis.isFolding ? 'timeline.unfold' : 'timeline.fold', {
            days: axis.silentDays,
            length: lengthText(tools, axis.silentDays),
          })}
        </Button>
      )}
      <div className="flex flex-wrap items-center gap-x-3">
        {children}
        <span aria-hidden="true" className="h-5 border-s border-rule max-md:hidden" />
        {/* Time runs from left to right in every language, so these buttons keep their order. */}
        <div dir="ltr" className="flex items-center gap-1">
          <IconButton
            icon="earlier"
            label={t('timeline.earlier')}
            disabled={!can.earlier}
            onClick={() => onPan(-0.5)}
          />
          <IconButton icon="later" label={t('timeline.later')} disabled={!can.later} onClick={() => onPan(0.5)} />
          <IconButton icon="zoomOut" label={t('timeline.zoomOut')} disabled={!can.zoomOut} onClick={() => onZoom(2)} />
          <IconButton icon="zoomIn" label={t('timeline.zoomIn')} disabled={!can.zoomIn} onClick={() => onZoom(0.5)} />
          {can.fit ? (
            <Button className="-me-2" onClick={() => go({ wholeAxis: false }, 'replace')}>
              {t('timeline.fitResult')}
            </Button>
          ) : (
            <Button
              disabled={!can.zoomOut}
              className="-me-2"
              onClick={() => go(wholeRecord(view, isFitted), 'replace')}
            >
              {t(isFitted ? 'timeline.whole' : 'timeline.fitAll')}
            </Button>
          )}
        </div>
      </div>
    </div>
  );
}
