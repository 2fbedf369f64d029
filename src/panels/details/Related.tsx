import { useId } from 'react';
import { useDates } from '../../i18n/use-dates';
import type { ActivityRow } from '../../model/answer';
import { ViewLink } from '../../navigation/ViewLink';
import { Words } from '../../ui/Words';

interface Props {
  rows: readonly ActivityRow[];
}

/** Lists activities that are related to the opened activity. Related activities may be outside the selection. */
export function Related({ rows }: Props) {
  const { t, spoken, date } = useDates();
  const id = useId();
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby={id} className="mb-6">
      <h3 id={id} className="text-ink-2">
        {t('details.related')}
      </h3>
      <ul>
        {rows.map(row => (
          <li key={row.id} className="border-t border-faint first:border-rule">
            <ViewLink to={{ activity: row.id }} className="block py-1 hover:text-accent">
              <span className="block text-xs text-ink-2">{date(row.date)}</span>
              <span>
                <Words of={spoken(row.title)} />
              </span>
            </ViewLink>
          </li>
        ))}
      </ul>
    </section>
  );
}
