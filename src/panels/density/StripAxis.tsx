import { useMemo } from 'react';
import { type DayFields, formatDay } from '../../i18n/calendar-format';
import { useText } from '../../i18n/use-text';
import type { TickUnit } from '../../lib/axis-ticks';
import type { StripScale } from './strip-scale';
import { stripTicks } from './strip-ticks';

/** Draws as many dates under the strip as there is room for. */
export function StripAxis({ scale }: { scale: StripScale }) {
  const { language } = useText();
  const ticks = useMemo(
    () => stripTicks(scale, ({ unit }, day) => formatDay(language, FIELDS[unit], day)),
    [scale, language],
  );
  return (
    <div aria-hidden="true" dir="ltr" className="relative h-5 overflow-hidden text-xs text-ink-2">
      {ticks.map(({ day, x, label, isNamed }) => (
        <span
          key={day}
          className="absolute top-0 border-s border-edge ps-1 leading-5 whitespace-nowrap"
          style={{ insetInlineStart: x, height: isNamed ? 6 : 3 }}
        >
          {label && <span className="relative top-0.5">{label}</span>}
        </span>
      ))}
    </div>
  );
}

const FIELDS: Readonly<Record<TickUnit['unit'], DayFields>> = {
  day: { day: 'numeric', month: 'short' },
  week: { day: 'numeric', month: 'short' },
  month: { month: 'short', year: 'numeric' },
  year: { year: 'numeric' },
};
