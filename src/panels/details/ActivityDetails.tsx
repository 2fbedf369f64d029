import { type ReactNode, useEffect, useId, useRef } from 'react';
import { placeText } from '../../i18n/place-text';
import { useDates } from '../../i18n/use-dates';
import { useText } from '../../i18n/use-text';
import { getOwn } from '../../lib/get-own';
import { withLines } from '../../lib/spoken-text';
import type { ActivityRow, OpenedActivity } from '../../model/answer';
import type { Activity, DatasetHead, FacetValue, Image } from '../../model/dataset';
import { cutText, LONGEST_TITLE } from '../../model/text';
import { onlyValue, type View } from '../../model/view';
import { useNavigation } from '../../navigation/navigation';
import { ViewLink } from '../../navigation/ViewLink';
import { Button, IconButton } from '../../ui/Button';
import { Icon } from '../../ui/icons';
import { Sheet } from '../../ui/Sheet';
import { Words } from '../../ui/Words';
import { FieldContent } from '../FieldContent';
import { useOpenedActions } from '../opened-actions';
import { RecordImage } from '../RecordImage';
import { useSitePages } from '../site-pages';
import { ValueDot } from '../ValueDot';
import { Related } from './Related';

interface Props {
  opened: OpenedActivity;
  head: DatasetHead;
  q: string;
  /** True if the details are a column next to the results, false if they are a sheet over the results. */
  isBeside: boolean;
  /** Whether the page is in a frame of another site. Links of the dataset then open in a new tab. */
  isEmbedded: boolean;
}

/** Shows everything the dataset says about one activity. */
export function ActivityDetails(props: Props) {
  const { go } = useNavigation();
  const { opened, isBeside } = props;
  const titleId = useId();
  const close = () => {
    go({ activity: null });
    focusActivity(opened.activity.id);
  };
  const content = <Content {...props} titleId={titleId} onClose={close} />;
  if (!isBeside) {
    return (
      <Sheet labelledBy={titleId} from="end" onClose={close}>
        {content}
      </Sheet>
    );
  }
  return (
    <aside
      aria-labelledby={titleId}
      className="sticky top-14 max-h-[calc(100dvh-3.5rem)] w-78 shrink-0 self-start overflow-y-auto border-s border-rule"
      onKeyDown={event => {
        if (event.key === 'Escape') close();
      }}
    >
      {content}
    </aside>
  );
}

/** The maximum time in milliseconds to wait until the activity that should get the focus is drawn. */
const FOCUS_PATIENCE_MS = 3000;

/** Focuses the activity's element or its pile once it is drawn, unless the reader focuses something else. */
function focusActivity(id: string): void {
  const name = CSS.escape(id);
  const latest = performance.now() + FOCUS_PATIENCE_MS;
  const attempt = () => {
    const all = document.querySelectorAll<HTMLElement>(`[data-activity="${name}"], [data-stands-for~="${name}"]`);
    const standing = [...all].filter(element => element.checkVisibility());
    const wanted = standing.find(element => element.tabIndex === 0) ?? standing[0];
    wanted?.focus();
    const isAwaited = !wanted && document.activeElement === document.body && performance.now() < latest;
    if (isAwaited) requestAnimationFrame(attempt);
  };
  requestAnimationFrame(attempt);
}

function Content({ opened, head, q, isEmbedded, titleId, onClose }: Props & { titleId: string; onClose: () => void }) {
  const tools = useDates();
  const { t, spoken } = tools;
  const { activity, previous, next, inSelection } = opened;
  const { share } = useOpenedActions();
  const title = useRef<HTMLHeadingElement>(null);
  // Focuses the title, except when the page was loaded with an activity open.
  useEffect(() => {
    if (!navigator.userActivation?.hasBeenActive) return;
    if (activity.id !== '') title.current?.focus({ preventScroll: false });
  }, [activity.id]);
  return (
    <div className="flex min-h-full flex-col px-6 pb-6">
      <div className="flex items-center justify-between gap-2 py-2 text-ink-2">
        <p className="first-letter:uppercase">{tools.date(activity.date, 'weekday')}</p>
        <IconButton icon="close" label={t('close')} className="-me-1.5 text-ink" onClick={onClose} />
      </div>
      <h2
        id={titleId}
        ref={title}
        tabIndex={-1}
        className="font-serif text-xl font-semibold text-balance max-md:text-[1.5rem] max-md:leading-8"
      >
        <Words of={spoken(cutText(activity.title, LONGEST_TITLE))} search={q} />
      </h2>
      {!inSelection && <p className="mt-2 text-ink-2">{t('details.outside')}</p>}
      {activity.dateNote !== undefined && (
        <p className="mt-2 whitespace-pre-line text-ink-2">
          <Words of={withLines(spoken(activity.dateNote))} />
        </p>
      )}
      {activity.image && <Picture image={activity.image} />}
      {activity.summary !== undefined && (
        <p className="mt-2 max-w-prose whitespace-pre-line font-serif text-base max-md:text-[1.0625rem] max-md:leading-[1.625rem]">
          <Words of={withLines(spoken(activity.summary))} search={q} />
        </p>
      )}
      <Facts activity={activity} head={head} isEmbedded={isEmbedded} />
      {share && (
        <Button look="outline" aria-haspopup="dialog" className="-mt-2 mb-6 self-start" onClick={share}>
          <Icon name="share" />
          {t('share')}
        </Button>
      )}
      <Related rows={opened.related} />
      <nav
        aria-label={t('details.neighbours')}
        // The bar stays in sight while the text scrolls.
        className="sticky bottom-0 -mx-6 -mb-6 mt-auto flex justify-between gap-4 border-t border-rule bg-paper px-6 py-3"
      >
        <Neighbour row={previous} side="previous" />
        <Neighbour row={next} side="next" />
      </nav>
    </div>
  );
}

function Picture({ image }: { image: Image }) {
  const { spoken } = useText();
  return (
    <figure className="mt-3 max-w-prose">
      <RecordImage image={image} box="aspect-3/2" />
      {image.credit !== undefined && (
        <figcaption className="mt-1 text-xs text-ink-2 wrap-anywhere">
          <Words of={spoken(image.credit)} />
        </figcaption>
      )}
    </figure>
  );
}

type FactsProps = Pick<Props, 'head' | 'isEmbedded'> & { activity: Activity };

function Facts({ activity, head, isEmbedded }: FactsProps) {
  const tools = useText();
  const { t, words, spoken } = tools;
  const { showSubject } = useOpenedActions();
  const source = head.sources.find(({ id }) => id === activity.source?.id);
  const permalink = { ...onlyActivity(activity.id) };
  const page = useSitePages()?.activity?.(activity.id);
  return (
    <dl className="mt-4 mb-6 grid grid-cols-[fit-content(7rem)_minmax(0,1fr)] gap-x-3 max-md:text-base">
      {head.facets.map(facet => {
        const tags = getOwn(activity.tags, facet.id) ?? [];
        const values = facet.values.filter(({ id }) => tags.includes(id));
        if (values.length === 0) return null;
        return (
          <Fact key={facet.id} name={words(facet.label)}>
            <TagList facet={facet.id} values={values} />
          </Fact>
        );
      })}
      {head.fields?.map(({ id, label, type }) => {
        const value = getOwn(activity.values ?? {}, id);
        if (value === undefined) return null;
        return (
          <Fact key={id} name={words(label)}>
            <span className="whitespace-pre-line">
              <FieldContent type={type} value={value} isEmbedded={isEmbedded} />
            </span>
          </Fact>
        );
      })}
      {activity.place && <Fact name={t('details.where')}>{placeText(tools, activity.place)}</Fact>}
      {activity.links?.map(({ label, url }) => (
        <Fact key={url} name={t('details.link')}>
          <OutLink url={url} isEmbedded={isEmbedded}>
            <Words of={spoken(label)} />
          </OutLink>
        </Fact>
      ))}
      {source && (
        <Fact name={t('details.source')}>
          {source.url ? (
            <OutLink url={source.url} isEmbedded={isEmbedded}>
              <Words of={spoken(source.title)} />
            </OutLink>
          ) : (
            <Words of={spoken(source.title)} />
          )}
          {activity.source?.item !== undefined && t('details.item', { n: activity.source.item })}
        </Fact>
      )}
      <Fact name={t('details.permalink')}>
        <ViewLink to={permalink} className="link" onFollow={() => showSubject(activity.id)}>
          {t('details.thisActivity')}
        </ViewLink>
      </Fact>
      {page && !isEmbedded && (
        <Fact name={t('details.page')}>
          <a href={page} className="link">
            {t('details.ownPage')}
          </a>
        </Fact>
      )}
    </dl>
  );
}

function onlyActivity(id: string): Partial<View> {
  return { facets: {}, q: '', from: null, to: null, activity: id };
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="col-span-2 grid grid-cols-subgrid border-t border-rule py-1 leading-6">
      <dt className="hyphenate min-w-18 wrap-anywhere text-ink-2">{name}</dt>
      <dd className="[&_a]:inline-block [&_a]:min-w-6">{children}</dd>
    </div>
  );
}

type TagListProps = { facet: string; values: readonly FacetValue[] };

function TagList({ facet, values }: TagListProps) {
  const { spoken } = useText();
  return (
    <ul className="flex flex-wrap wrap-anywhere hyphenate gap-x-1 pointer-coarse:flex-col">
      {values.map((value, i) => {
        const patch = onlyValue(facet, value.id);
        return (
          <li key={value.id} className="flex min-w-0 items-end">
            <ValueDot facet={{ id: facet }} value={value.id} />
            <ViewLink data-previews={`${facet} ${value.id}`} to={patch} className="hover:text-accent hover:underline">
              <Words of={spoken(value.label)} />
            </ViewLink>
            {i < values.length - 1 && <span className="pointer-coarse:hidden">,</span>}
          </li>
        );
      })}
    </ul>
  );
}

function OutLink({ url, isEmbedded, children }: { url: string; isEmbedded: boolean; children: ReactNode }) {
  return (
    <a href={url} target={isEmbedded ? '_blank' : undefined} rel="noopener noreferrer" className="link">
      {children} 
      <Icon name="out" className="size-3.5 align-[-2px] rtl:-scale-x-100" />
    </a>
  );
}

type NeighbourProps = { row: ActivityRow | null; side: 'previous' | 'next' };

function Neighbour({ row, side }: NeighbourProps) {
  const { t, spoken, date } = useDates();
  if (!row) return <span />;
  return (
    <ViewLink
      to={{ activity: row.id }}
      rel={side === 'previous' ? 'prev' : 'next'}
      className={`group max-w-[48%] pointer-coarse:min-h-11 ${side === 'next' ? 'text-end' : ''}`}
    >
      <span className="sr-only">{t(`details.${side}`)} </span>
      <span className="flex items-center gap-1 text-xs text-ink-2">
        {side === 'previous' && <Icon name="earlier" className="size-3 rtl:-scale-x-100" />}
        <span className="grow">{date(row.date)}</span>
        {side === 'next' && <Icon name="later" className="size-3 rtl:-scale-x-100" />}
      </span>
      <span className="group-hover:text-accent group-hover:underline">
        <Words of={spoken(row.short ?? row.title)} />
      </span>
    </ViewLink>
  );
}
