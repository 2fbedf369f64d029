import { memo } from 'react';
import { colourText } from '../../i18n/colour-text';
import { machineDate } from '../../i18n/date-text';
import { placeText } from '../../i18n/place-text';
import { useDates } from '../../i18n/use-dates';
import { useText } from '../../i18n/use-text';
import { getOwn } from '../../lib/get-own';
import type { ActivityRow } from '../../model/answer';
import { coloursOf } from '../../model/colour';
import { type DatasetHead, type Facet, hasValues } from '../../model/dataset';
import { hasSameRow } from '../../model/same-row';
import { onlyValue } from '../../model/view';
import { ViewLink } from '../../navigation/ViewLink';
import { DateMark } from '../../ui/DateMark';
import { FoundWords, Words } from '../../ui/Words';
import { useColouring } from '../colouring';
import { RecordImage } from '../RecordImage';

interface Props {
  row: ActivityRow;
  head: DatasetHead;
  underYear: boolean;
  isOpened: boolean;
  search: string;
  isCompact: boolean;
}

/** The classes that put an image beside the title and the summary. */
const WITH_IMAGE = 'grid grid-cols-[minmax(0,1fr)_auto] content-start gap-x-3';

/** One activity of the list. It is rendered again only when its own properties change. */
export const ListItem = memo(Item, hasSameRow<Props>);

function Item({ row, head, underYear, isOpened, search, isCompact }: Props) {
  const tools = useDates();
  const colouring = useColouring();
  const said = colouring ? colourText(tools, colouring, row.tags) : '';
  const facet = head.facets.find(hasValues);
  const summary = row.summary === undefined ? undefined : tools.spoken(row.summary);
  const Heading = underYear ? 'h3' : 'h2';
  return (
    <div
      className={`grid grid-cols-[1.5rem_minmax(0,1fr)] gap-x-2 border-b border-faint py-2 @lg:grid-cols-[7rem_1.5rem_minmax(0,1fr)_minmax(0,8rem)] @lg:items-baseline @lg:gap-x-4 @3xl:grid-cols-[9rem_1.5rem_minmax(0,1fr)_minmax(0,10rem)_minmax(0,8.5rem)] ${isCompact ? '@lg:py-0.5 @5xl:grid-cols-[7rem_1.5rem_minmax(0,1fr)_minmax(0,13.5rem)_minmax(0,9.5rem)]' : '@lg:py-1'} ${isOpened ? 'bg-accent-ground' : ''}`}
    >
      <span
        title={said || undefined}
        className={`row-span-2 pt-0.5 @lg:order-2 @lg:row-span-1 @lg:self-start ${isCompact ? '' : '@lg:pt-1'}`}
      >
        <DateMark {...row.form} colours={colouring ? coloursOf(colouring, row.tags) : undefined} />
        {said && <span className="sr-only">{said}</span>}
      </span>
      <p className="text-ink-2 @lg:order-1 @lg:text-end">
        {underYear ? (
          // On paper, each date includes its year, because the heading with the year may be on an earlier page.
          <time
            dateTime={machineDate(row.date)}
            data-printed={tools.date(row.date)}
            className="print:before:content-[attr(data-printed)]"
          >
            <span className="print:hidden">{tools.date(row.date, 'inYear')}</span>
          </time>
        ) : (
          <time dateTime={machineDate(row.date)}>{tools.date(row.date)}</time>
        )}
        {row.place && <span className="@lg:hidden"> · {placeText(tools, row.place)}</span>}
      </p>
      <div className={`min-w-0 @lg:order-3 ${row.image ? WITH_IMAGE : ''}`}>
        <Heading
          className={`font-serif text-[1.0625rem] leading-[1.375rem] font-medium ${
            isCompact ? '@lg:text-sm @lg:leading-5' : '@lg:text-base @lg:leading-6'
          }`}
        >
          <ViewLink
            to={{ activity: row.id }}
            data-activity={row.id}
            aria-current={isOpened ? 'true' : undefined}
            className={`hover:underline ${isOpened ? 'text-accent' : ''}`}
          >
            <Words of={tools.spoken(row.title)} search={search} />
          </ViewLink>
        </Heading>
        {search && summary && (
          <FoundWords of={summary} search={search} className="max-w-prose font-serif text-base text-ink-2" />
        )}
        {row.image && <RecordImage image={row.image} box="col-start-2 row-span-2 row-start-1 h-9 w-12" />}
      </div>
      <div className="hyphenate hidden text-ink-2 @lg:order-4 @lg:block @3xl:contents">
        <p className="min-w-0 @3xl:order-4">{facet && <TagLinks facet={facet} row={row} />}</p>
        <p className="min-w-0 @3xl:order-5">{row.place && placeText(tools, row.place)}</p>
      </div>
    </div>
  );
}

type TagLinksProps = Pick<Props, 'row'> & { facet: Facet };

/** Shows the activity's first value in a facet as a link, and the number of further values. */
function TagLinks({ facet, row }: TagLinksProps) {
  const { t, spoken } = useText();
  const [first, ...more] = getOwn(row.tags, facet.id) ?? [];
  const value = facet.values.find(({ id }) => id === first);
  if (!value) return null;
  const patch = onlyValue(facet.id, value.id);
  return (
    <>
      <ViewLink to={patch} data-previews={`${facet.id} ${value.id}`} className="hover:text-accent hover:underline">
        <Words of={spoken(value.short ?? value.label)} />
      </ViewLink>
      {more.length > 0 && t('list.moreTags', { n: more.length })}
    </>
  );
}
