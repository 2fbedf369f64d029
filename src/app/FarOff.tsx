import { useDates } from '../i18n/use-dates';
import { spanText } from '../model/span-text';
import type { View } from '../model/view';
import { windowPatch } from '../model/window';
import { ViewLink } from '../navigation/ViewLink';
import { useOpenDataset } from '../panels/open-dataset';

/** The note names at most this many activities and counts the others. */
const NAMED = 5;

interface Props {
  view: View;
}

/** Names activities far in time from all others. Offers a window without them. Shown only if the view has no window. */
export function FarOff({ view }: Props) {
  const { outliers } = useOpenDataset();
  const { t, date } = useDates();
  if (!outliers || view.from !== null || view.to !== null) return null;
  const { activities, rest } = outliers;
  const patch = windowPatch(rest.earliest, rest.latest);
  const named = activities.slice(0, NAMED);
  return (
    <p>
      {t('notice.farOff', { n: activities.length })}{' '}
      {named.map(({ id, ...span }, i) => (
        <span key={id}>
          {i > 0 && ', '}
          <ViewLink to={{ activity: id }} className="link">
            {id}
          </ViewLink>{' '}
          ({date(spanText(span))})
        </span>
      ))}
      {activities.length > named.length && ` ${t('notice.farOffMore', { n: activities.length - named.length })}`}
      {'. '}
      <ViewLink to={patch} className="link">
        {t('notice.withoutFarOff', { n: activities.length, period: date(spanText(rest)) })}
      </ViewLink>
    </p>
  );
}
