import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import { formatDay } from '../../../i18n/calendar-format';
import { windowText } from '../../../i18n/date-text';
import { useText } from '../../../i18n/use-text';
import { TICK_UNITS, ticksOf } from '../../../lib/axis-ticks';
import { drawnDays } from '../../../lib/date-form';
import { type Day, type DaySpan, dateOf } from '../../../lib/day';
import { foldsFor, foldsOf } from '../../../model/folding';
import { clampWindow, shownWindow, windowPatch } from '../../../model/window';
import { axisPositions, panned } from '../../../model/window-moves';
import { useNavigation } from '../../../navigation/navigation';
import { ColourChoice } from '../../ColourChoice';
import { useOpenDataset } from '../../open-dataset';
import type { PanelProps } from '../../panel';
import { zoomed } from '../moves';
import { isSameWindow } from '../shown-range';
import { UndatedNote } from '../UndatedNote';
import { DownRows } from './DownRows';
import { type DownAct, DownToolbar } from './DownToolbar';
import { type DownRow, layOut, layOutBins, restingScale } from './down-layout';
import { BAND, type DownScale, downScale } from './down-scale';
import { useSeen } from './use-seen';

/** The limits of the zoom factor, relative to the initial scale. */
const MIN_FACTOR = 1 / 8;
const MAX_FACTOR = 64;

/** The minimum distance in pixels between two lines of the axis. */
const TICK_PIXELS = 48;

/** A day that stays `screenY` pixels below the top of the screen while the scale changes. */
interface Anchor {
  day: Day;
  screenY: number;
}

/**
 * The timeline of a phone. Time runs down the page, true to scale, but a long gap is drawn as a band of fixed height.
 * Zooming in makes the days higher and narrows the window around the middle of the screen.
 */
export function DownTimeline({ view, replies, opened, axis }: PanelProps) {
  const { go } = useNavigation();
  const tools = useText();
  const { t, language } = tools;
  const open = useOpenDataset();
  const { marks, laneDensity } = replies;
  const [factor, setFactor] = useState(1);
  const board = useRef<HTMLDivElement>(null);
  const seen = useSeen(board);
  const anchor = useRef<Anchor | null>(null);

  const bounds = axis?.bounds ?? null;
  const gaps = axis?.gaps;
  const silences = useMemo(() => foldsOf(gaps ?? [], open), [gaps, open]);
  const drawn = useMemo(() => {
    if (!bounds || !marks) return null;
    const window = shownWindow(view, bounds);
    const folds = foldsFor(silences, window);
    const bins = laneDensity?.selection ?? null;
    const labels = bins ? (bins.lanes[0]?.counts.filter(count => count > 0).length ?? 0) : marks.marks.length;
    const [start, end] = axisPositions(window, { folds });
    const rest = restingScale(end - start, labels);
    const scale = downScale(window, folds, rest * factor);
    const spans = marks.marks.map(row => ({ id: row.id, ...drawnDays(row, bounds) }));
    const inWindow = spans
      .filter(({ earliest, latest }) => earliest <= window.latest && latest >= window.earliest)
      .sort((a, b) => a.earliest - b.earliest);
    const rows = bins ? layOutBins(bins.edges, bins.lanes[0]?.counts ?? [], scale) : layOut(inWindow, scale);
    const activities = new Map(marks.marks.map(row => [row.id, row]));
    return { window, folds, scale, rows, activities };
  }, [bounds, marks, laneDensity, silences, view, factor]);

  useLayoutEffect(() => {
    const kept = anchor.current;
    if (!kept || !drawn || !board.current) return;
    const top = board.current.getBoundingClientRect().top + drawn.scale.yOf(kept.day);
    scrollBy({ top: top - kept.screenY, behavior: 'instant' });
  }, [drawn]);

  if (!axis || !drawn) return null;
  const { window, folds, scale, rows, activities } = drawn;
  const moves = { bounds: axis.bounds, folds };
  const setWindow = (to: DaySpan) => {
    const clamped = clampWindow(to.earliest, to.latest, axis.bounds);
    go(windowPatch(clamped.from, clamped.to), 'replace');
  };
  const middle = (): DaySpan => {
    const top = board.current?.getBoundingClientRect().top ?? 0;
    const y = Math.min(scale.height, Math.max(0, innerHeight / 2 - top));
    const day = Math.min(window.latest, scale.dayAt(y));
    anchor.current = { day, screenY: y + top };
    return { earliest: day, latest: day };
  };
  const zoom = (by: number) => {
    const about = middle();
    setFactor(Math.min(MAX_FACTOR, Math.max(MIN_FACTOR, factor / by)));
    if (by < 1 || view.from !== null || view.to !== null) setWindow(zoomed(window, { factor: by, about, ...moves }));
  };
  const act = (what: DownAct) => {
    anchor.current = null;
    if (what === 'zoomIn') zoom(0.5);
    else if (what === 'zoomOut') zoom(2);
    else if (what === 'fitAll') {
      setFactor(1);
      go({ from: null, to: null }, 'replace');
    } else setWindow(panned(window, { share: what === 'earlier' ? -0.5 : 0.5, ...moves }));
  };
  const hasWindow = view.from !== null || view.to !== null;
  const isChanged = (next: DaySpan) => !isSameWindow(window, next);
  const last = rows.at(-1);
  const height = Math.max(scale.height, last ? last.label + 44 : 0);
  const showPile = ({ earliest, latest }: DownRow) => {
    anchor.current = null;
    const isOneDay = earliest === latest || !isChanged({ earliest, latest });
    setFactor(1);
    const clamped = clampWindow(earliest, latest, axis.bounds);
    go({ ...windowPatch(clamped.from, clamped.to), ...(isOneDay && { panel: 'list' as const }) });
  };
  return (
    <section aria-label={t('timeline.label')} className="pt-1">
      <DownToolbar
        heading={yearsOn(language, scale, seen.top + 600, window)}
        can={{
          earlier: isChanged(panned(window, { share: -0.5, ...moves })),
          later: isChanged(panned(window, { share: 0.5, ...moves })),
          zoomIn: factor < MAX_FACTOR,
          zoomOut: hasWindow || factor > MIN_FACTOR,
          fitAll: hasWindow || factor !== 1,
        }}
        onAct={act}
      >
        <ColourChoice view={view} counts={replies.colourCounts} />
      </DownToolbar>
      <div ref={board} className="relative mt-4 mb-6 overflow-clip" style={{ height }}>
        <Ground {...{ window, scale, gaps: axis.gaps }} />
        <DownRows
          rows={rows}
          activities={activities}
          seen={seen}
          opened={opened?.id ?? null}
          onOpen={activity => go({ activity })}
          onPile={showPile}
        />
      </div>
      <UndatedNote count={replies.counts.undated} />
    </section>
  );
}

/** `y` is in pixels from the top of the timeline. */
function yearsOn(language: string, scale: DownScale, y: number, window: DaySpan): string {
  const day = Math.min(window.latest, scale.dayAt(Math.min(scale.height - 1, Math.max(0, y))));
  return formatDay(language, { year: 'numeric' }, day);
}

/** Draws the lines and dates of the axis, the line under the marks, and the gaps in coverage. */
function Ground({ window, scale, gaps }: { window: DaySpan; scale: DownScale; gaps: readonly DaySpan[] }) {
  const tools = useText();
  const { t, language } = tools;
  const pixels = scale.height / (window.latest + 1 - window.earliest);
  const unit =
    TICK_UNITS.find(({ unit: name, days }) => name !== 'week' && days * pixels >= TICK_PIXELS) ?? TICK_UNITS.at(-1);
  const ticks = unit ? ticksOf(unit, window.earliest, window.latest) : [];
  const isInBand = (day: Day) => scale.bands.some(({ earliest, latest }) => day > earliest && day <= latest);
  const silent = gaps
    .map(({ earliest, latest }) => ({
      earliest: Math.max(earliest, window.earliest),
      latest: Math.min(latest, window.latest),
    }))
    .filter(({ earliest, latest }) => earliest <= latest);
  return (
    <>
      <span aria-hidden="true" className="absolute inset-y-0 start-[60px] w-px bg-rule" />
      {ticks.map(day => {
        if (isInBand(day)) return null;
        const y = Math.max(0, scale.yOf(day));
        const isYear = unit?.unit === 'year' || (unit?.unit === 'month' && dateOf(day).month === 1);
        return (
          <div key={day} aria-hidden="true" className="absolute inset-x-0 border-t border-faint" style={{ top: y }}>
            <span className={`block pt-1 text-xs ${isYear ? 'font-semibold' : 'text-ink-2'}`}>
              {isYear
                ? formatDay(language, { year: 'numeric' }, day)
                : formatDay(
                    language,
                    unit?.unit === 'day' ? { day: 'numeric', month: 'short' } : { month: 'short' },
                    day,
                  )}
            </span>
          </div>
        );
      })}
      {silent.map(span => {
        const top = scale.yOf(span.earliest);
        const height = scale.yOf(span.latest + 1) - top;
        return (
          <div key={span.earliest} className="hatched absolute inset-x-0 flex items-center" style={{ top, height }}>
            <span className={`bg-paper text-xs text-ink-2 ${height < BAND / 2 ? 'sr-only' : 'ms-[90px] px-1 py-0.5'}`}>
              {t('gap.label', { period: windowText(tools, span.earliest, span.latest) })}
            </span>
          </div>
        );
      })}
    </>
  );
}
