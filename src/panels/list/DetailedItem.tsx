import { machineDate } from '../../i18n/date-text';
import { placeText } from '../../i18n/place-text';
import { useDates } from '../../i18n/use-dates';
import { valueLabel } from '../../i18n/value-label';
import { getOwn } from '../../lib/get-own';
import type { ActivityRow } from '../../model/answer';
import { type DatasetHead, hasValues } from '../../model/dataset';
import { ViewLink } from '../../navigation/ViewLink';
import { DateMark } from '../../ui/DateMark';
import { Icon } from '../../ui/icons';
import { Words } from '../../ui/Words';
import { RecordImage } from '../RecordImage';

interface Props {
  row: ActivityRow;
  head: DatasetHead;
  isOpened: boolean;
  search: string;
  isEmbedded: boolean;
}

/** The maximum number of facets whose values are shown beside an activity. */
const MOST_FACETS = 3;
/** The maximum number of values shown for each facet. */
const MOST_VALUES = 4;

/** Shows one activity with summary, values, place and source. Used for short results. */
export function DetailedItem({ row, head, isOpened, search, isEmbedded }: Props) {
  const tools = useDates();
  const { t, spoken } = tools;
  const source = head.sources.find(({ id }) => id === row.source?.id);
  const facets = head.facets.filter(hasValues).flatMap(facet => {
    const [...tags] = getOwn(row.tags, facet.id) ?? [];
    const names = tags.slice(0, MOST_VALUES).map(tag => valueLabel(tools, facet, tag, true));
    const left = tags.length - names.length;
    return tags.length === 0 ? [] : [{ id: facet.id, names: names.join(', '), left }];
  });
  return (
    <div
      className={`grid grid-cols-[1.5rem_minmax(0,1fr)] gap-x-2 border-b border-faint py-3 @lg:grid-cols-[9rem_1.5rem_minmax(0,1fr)] @lg:gap-x-4 @4xl:grid-cols-[9rem_1.5rem_minmax(0,1fr)_15.5rem] @4xl:gap-x-6 ${isOpened ? 'bg-accent-ground' : ''}`}
    >
      <span className="row-span-3 pt-0.5 @lg:order-2 @lg:row-span-2 @4xl:row-span-1">
        <DateMark {...row.form} />
      </span>
      <p className="pt-0.5 text-ink-2 @lg:order-1 @lg:row-span-2 @lg:text-end @4xl:row-span-1">
        <time dateTime={machineDate(row.date)}>{tools.date(row.date)}</time>
      </p>
      <div
        className={`max-w-150 min-w-0 font-serif text-base @lg:order-3 ${row.image ? 'grid grid-cols-[minmax(0,1fr)_auto] content-start gap-x-4' : ''}`}
      >
        <h3 className="font-medium">
          <ViewLink
            to={{ activity: row.id }}
            data-activity={row.id}
            aria-current={isOpened ? 'true' : undefined}
            className={`hover:underline ${isOpened ? 'text-accent' : ''}`}
          >
            <Words of={spoken(row.title)} search={search} />
          </ViewLink>
        </h3>
        {row.summary && (
          <p className="hyphenate text-ink-2">
            <Words of={spoken(row.summary)} search={search} />
          </p>
        )}
        {row.image && <RecordImage image={row.image} box="col-start-2 row-span-2 row-start-1 h-14 w-20" />}
      </div>
      <div className="hyphenate min-w-0 pt-0.5 text-ink-2 max-@4xl:mt-1 @lg:order-4">
        {facets.slice(0, MOST_FACETS).map(({ id, names, left }) => (
          <p key={id}>
            {names}
            {left > 0 && t('list.moreTags', { n: left })}
          </p>
        ))}
        {row.place && <p>{placeText(tools, row.place)}</p>}
        {source && (
          <p>
            {source.url ? (
              <a
                href={source.url}
                target={isEmbedded ? '_blank' : undefined}
                rel="noopener noreferrer"
                className="link"
              >
                <Words of={spoken(source.title)} />
                {row.source?.item !== undefined && t('details.item', { n: row.source.item })}{' '}
                <Icon name="out" className="size-3.5 align-[-2px] rtl:-scale-x-100" />
              </a>
            ) : (
              <>
                <Words of={spoken(source.title)} />
                {row.source?.item !== undefined && t('details.item', { n: row.source.item })}
              </>
            )}
          </p>
        )}
      </div>
    </div>
  );
}
