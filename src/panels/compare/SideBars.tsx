import { formatDay } from '../../i18n/calendar-format';
import { windowText } from '../../i18n/date-text';
import { useText } from '../../i18n/use-text';
import type { Day, DaySpan } from '../../lib/day';
import type { SideBars as Bars } from '../../model/side-bars';
import { barLabels, placeOf } from './bar-labels';

interface Props {
  unit: Bars['unit'];
  edges: readonly Day[];
  counts: readonly number[];
  max: number;
  gaps: readonly DaySpan[];
  colour: string;
}

/** The height in pixels of the highest bar. */
const HEIGHT = 40;
const MIN_HEIGHT = 2;
/** The minimum share of the chart's width at which a period without sources has room for its label. */
const WORDS_SHARE = 0.22;

/** Draws the activities of one side of a comparison over time, with a bar for each calendar unit. */
export function SideBars({ unit, edges, counts, max, gaps, colour }: Props) {
  const tools = useText();
  const { t, language, number } = tools;
  const labels = barLabels(unit, edges, fields => day => formatDay(language, fields, day));
  const named = counts.flatMap((count, i) =>
    count > 0
      ? [
          t('compare.bar', {
            period: windowText(tools, edges[i] ?? 0, (edges[i + 1] ?? 1) - 1),
            n: number(rounded(count)),
          }),
        ]
      : [],
  );
  return (
    <div className="mt-4">
      <p className="sr-only">{named.join('; ') || t('compare.noBars')}</p>
      <div aria-hidden="true" dir="ltr" className="relative">
        <div className="flex items-end gap-px border-b border-edge" style={{ height: HEIGHT }}>
          {counts.map((count, i) => (
            <span
              key={edges[i]}
              className={`min-w-0 grow basis-0 ${colour}`}
              style={{ height: count > 0 && max > 0 ? Math.max(MIN_HEIGHT, (count / max) * HEIGHT) : 0 }}
            />
          ))}
        </div>
        {gaps.map(gap => {
          const [left, right] = [placeOf(edges, gap.earliest), placeOf(edges, gap.latest + 1)];
          return right > left ? (
            <span
              key={gap.earliest}
              className="hatched absolute top-0 -z-10 grid place-items-center overflow-hidden text-xs text-ink-2"
              style={{ left: `${100 * left}%`, width: `${100 * (right - left)}%`, height: HEIGHT }}
            >
              {right - left > WORDS_SHARE && <span className="bg-paper px-2 whitespace-nowrap">{t('gap.short')}</span>}
            </span>
          ) : null;
        })}
        <div className="flex gap-px pt-1 text-xs text-ink-2">
          {labels.map((label, i) => (
            <span key={edges[i]} className="min-w-0 grow basis-0 text-center whitespace-nowrap">
              {label}
            </span>
          ))}
        </div>
      </div>
    </div>
  );
}

function rounded(count: number): number {
  return Math.round(10 * count) / 10;
}
