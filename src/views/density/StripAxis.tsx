import { dayFormat } from '../../i18n/date-text';
import { useText } from '../../i18n/use-text';
import { type Day, dateOf, dayOf } from '../../lib/day';
import { type StripScale, xOf } from './strip-scale';

const NARROWEST_LABEL = 46;

/** Years under the strip, as many as have room; months where the record is shorter than two years. */
export function StripAxis({ scale }: { scale: StripScale }) {
  const { language } = useText();
  const { bounds, width } = scale;
  const first = dateOf(bounds.earliest).year;
  const last = dateOf(bounds.latest).year;
  const years = last - first + 1;
  const byMonth = years <= 2;
  const ticks = byMonth
    ? Array.from({ length: years * 12 }, (_, i) => dayOf(first, 1 + i, 1))
    : Array.from({ length: years }, (_, i) => dayOf(first + i, 1, 1));
  const inside = ticks.filter(
    day => width > 0 && day >= bounds.earliest && day <= bounds.latest && !isFolded(scale, day),
  );
  const every = niceStep(Math.ceil((inside.length * NARROWEST_LABEL) / width), byMonth);
  return (
    <div aria-hidden="true" className="relative h-5 overflow-hidden text-xs text-ink-2">
      {inside.map((day, i) => {
        const isNamed = byMonth ? i % every === 0 : dateOf(day).year % every === 0 || (every === 1 && i === 0);
        return (
          <span
            key={day}
            className="absolute top-0 border-s border-edge ps-1 leading-5"
            style={{ insetInlineStart: xOf(scale, day), height: isNamed ? 6 : 3 }}
          >
            {isNamed && width - xOf(scale, day) > 30 && (
              <span className="relative top-0.5">
                {dayFormat(language, byMonth ? { month: 'short', year: '2-digit' } : { year: 'numeric' }, day)}
              </span>
            )}
          </span>
        );
      })}
    </div>
  );
}

function isFolded({ folds }: StripScale, day: Day): boolean {
  return folds.some(fold => day >= fold.earliest && day <= fold.latest);
}

function niceStep(atLeast: number, byMonth: boolean): number {
  const steps = byMonth ? [1, 2, 3, 6, 12] : [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000];
  return steps.find(step => step >= atLeast) ?? atLeast;
}
