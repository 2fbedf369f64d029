import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { windowText } from '../../../i18n/date-text';
import { useDates } from '../../../i18n/use-dates';
import { sharesIn } from '../../../layout/colour-shares';
import type { MarkWords } from '../../../layout/feed';
import { markWords } from '../../../layout/mark-words';
import type { ActivityRow } from '../../../model/answer';
import { coloursOf } from '../../../model/colour';
import { colourOf, sharesOf } from '../../../ui/colour-look';
import { DateMark } from '../../../ui/DateMark';
import { useColouring } from '../../colouring';
import { type DownRow, ROW } from './down-layout';
import type { Seen } from './use-seen';

/** The distances in pixels from the start edge to the line with the marks, and to the labels. */
const RAIL = 60;
const LABELS = 90;

interface Props {
  rows: readonly DownRow[];
  activities: ReadonlyMap<string, ActivityRow>;
  seen: Seen;
  opened: string | null;
  onOpen: (activity: string) => void;
  onPile: (row: DownRow) => void;
}

/** Draws marks on a vertical line, with labels. Up and Down, Home and End move the focus between labels. */
export function DownRows({ rows, activities, seen, opened, onOpen, onPile }: Props) {
  const tools = useDates();
  const { t } = tools;
  const colouring = useColouring();
  const [stop, setStop] = useState<string | null>(null);
  const list = useRef<HTMLFieldSetElement>(null);
  const isMoving = useRef(false);
  const keys = rows.map(keyOf);
  const at = Math.max(0, stop === null ? 0 : keys.indexOf(stop));
  useEffect(() => {
    if (!isMoving.current) return;
    isMoving.current = false;
    list.current?.querySelector<HTMLElement>(`[tabindex="0"]`)?.focus();
  });
  const move = (event: KeyboardEvent) => {
    const { key } = event;
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const last = keys.length - 1;
    const targets: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: last };
    const to = targets[key];
    if (to === undefined) return;
    event.preventDefault();
    isMoving.current = true;
    setStop(keys[Math.min(last, Math.max(0, to))] ?? null);
  };
  // The row with the Tab stop is drawn even if it is out of sight. Otherwise the row would lose the focus.
  const drawn = rows.flatMap((row, i) =>
    i === at || (row.label + ROW >= seen.top && row.label <= seen.bottom) ? [{ row, i }] : [],
  );
  /** A gradient with the colours of the pile's marks. Grey if the marks were not loaded. */
  const pileLook = ({ ids }: DownRow) => {
    if (!colouring) return undefined;
    const members = ids
      .flatMap(id => activities.get(id) ?? [])
      .map(({ tags }) => ({ colours: coloursOf(colouring, tags) }));
    return {
      background:
        members.length > 0 ? `linear-gradient(to bottom, ${sharesOf(sharesIn(members))})` : colourOf(undefined),
    };
  };
  return (
    <fieldset ref={list} className="absolute inset-0" aria-label={t('list.label')} onKeyDown={move}>
      <svg
        aria-hidden="true"
        className="pointer-events-none absolute inset-0 size-full overflow-visible rtl:-scale-x-100"
      >
        {drawn.map(({ row, i }) => (
          <path
            key={keys[i]}
            d={`M${RAIL + 8} ${anchorOf(row)}h6L${LABELS - 10} ${row.label + ROW / 2}h8`}
            fill="none"
            stroke="var(--mark)"
            strokeWidth="1"
          />
        ))}
      </svg>
      {drawn.map(({ row, i }) => {
        const activity = row.ids.length === 1 ? activities.get(row.ids[0] ?? '') : undefined;
        const period = windowText(tools, row.earliest, row.latest);
        const words: MarkWords = activity
          ? markWords(activity, tools, colouring)
          : {
              label: t('timeline.pileNamed', { n: row.count, period }),
              name: t('timeline.pile', { n: row.count, period }),
            };
        const isPicked = (words.colours ?? []).length > 0;
        // The accessible name contains the visible label, because readers who use speech input say the label.
        const name = words.name.includes(words.label) ? words.name : `${words.name}, ${words.label}`;
        const isOpened = activity !== undefined && activity.id === opened;
        return (
          <div key={keys[i]}>
            <span
              aria-hidden="true"
              className="absolute flex w-4 justify-center"
              style={{
                insetInlineStart: RAIL - 8,
                top: row.from - (activity ? 8 : 0),
                height: Math.max(16, row.to - row.from),
              }}
            >
              {activity ? (
                <>
                  {row.to - row.from > 16 && (
                    <span
                      className="absolute inset-y-2 w-1.5 bg-mark opacity-40"
                      style={words.colours && { background: colourOf(words.colours[0]) }}
                    />
                  )}
                  <span className={`relative h-4 ${isOpened ? 'text-accent' : ''}`}>
                    <DateMark {...activity.form} colours={isOpened ? undefined : words.colours} />
                  </span>
                </>
              ) : (
                <span className="w-2.5 rounded-full bg-mark" style={pileLook(row)} />
              )}
            </span>
            <button
              type="button"
              data-activity={activity?.id ?? ''}
              data-pile={activity ? undefined : row.count}
              aria-label={name}
              aria-current={isOpened || undefined}
              tabIndex={i === at ? 0 : -1}
              className={`absolute flex items-center gap-2 pe-1 text-start -outline-offset-2 hover:underline ${isOpened ? 'font-semibold text-accent' : ''}`}
              style={{ insetInlineStart: LABELS, insetInlineEnd: 0, top: row.label, height: ROW }}
              onFocus={() => setStop(keys[i] ?? null)}
              onClick={() => (activity ? onOpen(activity.id) : onPile(row))}
            >
              {/* CSS draws the date. So the visible label has no date, while the accessible name has the full date. */}
              <span
                aria-hidden="true"
                data-date={activity && tools.date(activity.date, 'inYear')}
                className="line-clamp-2 bg-paper data-date:before:me-1 data-date:before:text-ink-2 data-date:before:content-[attr(data-date)]"
              >
                <bdi className={activity && !isPicked ? '' : 'font-semibold'}>{words.label}</bdi>
              </span>
            </button>
          </div>
        );
      })}
    </fieldset>
  );
}

function keyOf({ ids, earliest }: DownRow): string {
  return ids[0] ?? String(earliest);
}

/** The vertical position of a row's leader: the first day of one activity, or the middle of a pile. */
function anchorOf({ ids, from, to }: DownRow): number {
  return ids.length === 1 ? from : (from + to) / 2;
}
