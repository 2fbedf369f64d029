import { useDeferredValue, useMemo } from 'react';
import { lazyWithMessages } from '../i18n/later-messages';
import { useText } from '../i18n/use-text';
import type { DaySpan } from '../lib/day';
import { lazyModule } from '../lib/lazy-module';
import type { ActivityRow } from '../model/answer';
import type { View } from '../model/view';
import type { PanelEntry, PanelProps } from '../panels/panel';
import { Delayed } from '../ui/Delayed';
import { LazyPart } from '../ui/LazyPart';
import { useLastWhile } from '../ui/use-last-while';
import { entryOf } from './panels';
import type { Present } from './present';
import { usePaintMeasure } from './use-paint-measure';
import type { Shown } from './use-shown';

/** Loads after the first paint, because nobody types a date before there is something to read. */
const windowCode = lazyModule(async () => (await import('../panels/window/WindowFields')).WindowFields);
const listBelowCode = lazyWithMessages(() => import('../panels/list/ListBelow'));
const NO_GAPS: readonly DaySpan[] = [];

interface Props {
  entry: PanelEntry<string>;
  view: View;
  present: Pick<Present, 'replies' | 'rowsKey'>;
  opened: ActivityRow | null;
  shown: Pick<Shown, 'axis' | 'paging' | 'isHeld' | 'still' | 'stillAxis' | 'isSubject'> &
    Pick<Shown, 'hasListBelow' | 'roomBelow' | 'onRoom'>;
  /** Called if the panel's code can't be loaded. The page then asks for the replies of the panel's stand-in. */
  onFail: () => void;
}

/** Shows one panel, or its stand-in while the panel's code is loading or if loading fails. */
export function PanelView({ entry, view, present, opened, shown, onFail }: Props) {
  const { t } = useText();
  const { id, code, isLive, waits, standIn, hasContent } = entry;
  const deferred = useDeferredValue(present.replies);
  // The list below the panel keeps its rows until new marks are drawn, because the new marks may leave no room for the
  // list.
  const rows = useLastWhile(deferred.rows, shown.roomBelow === deferred.marks);
  const rowsKey = useDeferredValue(present.rowsKey);
  usePaintMeasure(deferred);
  const isBusy = shown.isHeld && waits === true;
  // A panel with `waits` gets the same view object as before the gesture, so that it is not rendered again.
  const seen = isBusy ? shown.still : view;
  const axis = isBusy ? shown.stillAxis : shown.axis;
  const bounds = axis?.bounds ?? null;
  const { from, to } = seen;
  const windowFields = useMemo(
    () => (
      <LazyPart code={windowCode} fallback={<FieldsRoom />}>
        {WindowFields => <WindowFields window={{ from, to }} bounds={bounds} />}
      </LazyPart>
    ),
    [from, to, bounds],
  );
  const paging = useMemo(() => ({ ...shown.paging, rowsKey }), [shown.paging, rowsKey]);
  const { onRoom, isSubject } = shown;
  const standing: PanelProps = { view: seen, replies: deferred, opened, isSubject, axis, paging, onRoom };
  const props = isLive ? { ...standing, replies: present.replies } : standing;
  const StandIn = standIn && entryOf(standIn).code.get();
  const alternative = StandIn && <StandIn {...standing} />;
  const loading = <p className="py-10 text-ink-2">{t(`${id}.loading`)}</p>;
  return (
    <div aria-busy={isBusy}>
      {(hasContent?.(props) ?? true) && (
        <LazyPart
          key={id}
          code={code}
          fallback={
            <>
              {loading}
              {alternative && (
                <Delayed>
                  <div data-brief="">{alternative}</div>
                </Delayed>
              )}
            </>
          }
          alternative={alternative}
          onFail={onFail}
        >
          {Shown => <Shown {...props}>{windowFields}</Shown>}
        </LazyPart>
      )}
      {shown.hasListBelow && rows && (
        <LazyPart code={listBelowCode}>
          {({ ListBelow }) => (
            <ListBelow
              reply={rows}
              gaps={axis?.gaps ?? NO_GAPS}
              sort={view.sort}
              search={view.q}
              opened={view.activity}
              isEmbedded={view.embed}
            />
          )}
        </LazyPart>
      )}
    </div>
  );
}

/** Reserves the space of the text boxes for the window while their code loads. */
function FieldsRoom() {
  const { t } = useText();
  return (
    <div aria-hidden="true" className="invisible flex h-7 items-center gap-1.5 pointer-coarse:h-11">
      {(['from', 'to'] as const).map(side => (
        <span key={side} className="flex items-center gap-1.5">
          {t(`window.${side}`)}
          <span className="w-[11ch]" />
        </span>
      ))}
    </div>
  );
}
