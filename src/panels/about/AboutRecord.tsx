import type { ReactNode } from 'react';
import { useDates } from '../../i18n/use-dates';
import { withLines } from '../../lib/spoken-text';
import type { RecordFacts } from '../../model/answer';
import { hasValues } from '../../model/dataset';
import { licenceOf } from '../../model/licence';
import { DateMark } from '../../ui/DateMark';
import { Icon } from '../../ui/icons';
import { Words } from '../../ui/Words';
import { useOpenDataset } from '../open-dataset';
import { useSitePages } from '../site-pages';
import { Citation } from './Citation';
import { dateKinds } from './date-kinds';

interface Props {
  /** Null if the dataset states no coverage. */
  periods: ReactNode;
  /** Undefined until the engine has counted the facts, or if the engine can't count them. */
  facts: RecordFacts | undefined;
  address: string;
  citation: string;
}

/** Describes the dataset, using only the data in the dataset itself. Parts without content are left out. */
export function AboutRecord({ periods, facts, address, citation }: Props) {
  const open = useOpenDataset();
  const pages = useSitePages();
  const tools = useDates();
  const { t, spoken, number, date } = tools;
  const { head } = open;
  const facets = head.facets.filter(hasValues);
  const kinds = dateKinds(facts?.dates ?? []);
  const licence = head.license === undefined ? null : licenceOf(head.license);
  return (
    <>
      {head.description !== undefined && (
        <p className="font-serif text-base whitespace-pre-line">
          <Words of={withLines(spoken(head.description))} />
        </p>
      )}
      {periods && <Part title={t('about.covers')}>{periods}</Part>}
      <div className="grid gap-x-8 gap-y-7 sm:grid-cols-2">
        {kinds.length > 0 && (
          <Part title={t('about.dates')}>
            <ul>
              {kinds.map(({ kind, form, count }) => (
                <li key={kind} className="grid grid-cols-[1rem_minmax(2.5rem,auto)_1fr] gap-x-3 py-1">
                  <span className="pt-0.5">
                    <DateMark {...form} />
                  </span>
                  <span className="text-end text-ink-2">{number(count)}</span>
                  <span>{t(`about.dates.${kind}`)}</span>
                </li>
              ))}
            </ul>
          </Part>
        )}
        {facets.length > 0 && (
          <Part title={t('about.sorted')}>
            <ul>
              {facets.map(facet => (
                <li key={facet.id} className="py-1">
                  <b className="font-semibold">
                    <Words of={spoken(facet.label)} />
                  </b>
                  {facet.description !== undefined && (
                    <>
                      {': '}
                      <Words of={spoken(facet.description)} />
                    </>
                  )}
                </li>
              ))}
            </ul>
            <p className="pt-1 text-ink-2">{t('about.sorted.several', { total: open.total })}</p>
          </Part>
        )}
      </div>
      <dl className="border-b border-rule">
        {head.sources.length > 0 && (
          <Row name={t('about.sources')}>
            <ul>
              {head.sources.map(({ id, title, url }) => (
                <li key={id} className="py-0.5">
                  {url === undefined ? (
                    <Words of={spoken(title)} />
                  ) : (
                    <Out href={url}>
                      <Words of={spoken(title)} />
                    </Out>
                  )}
                </li>
              ))}
            </ul>
          </Row>
        )}
        <Row name={t('about.cite')}>
          <Citation text={citation} />
        </Row>
        {licence && (
          <Row name={t('about.licence')}>
            {licence.url ? <Out href={licence.url}>{licence.name}</Out> : licence.name}
          </Row>
        )}
        {head.updated !== undefined && <Row name={t('about.updated')}>{date(head.updated)}</Row>}
        <Row name={t('about.data')}>
          <a href={address} className="link wrap-anywhere">
            {t('about.file')}
          </a>
        </Row>
        {pages && (
          <Row name={t('about.follow')}>
            <span className="flex flex-wrap gap-x-4">
              <a href={`${pages.whole}calendar.ics`} className="link">
                {t('facet.calendar')}
              </a>
              <a href={`${pages.whole}feed.xml`} className="link">
                {t('facet.feed')}
              </a>
              <a href={`${pages.whole}browse/`} className="link">
                {t('about.pages')}
              </a>
            </span>
          </Row>
        )}
        {head.contact !== undefined && (
          <Row name={t('about.contact')}>
            <a
              href={head.contact.startsWith('https://') ? head.contact : `mailto:${head.contact}`}
              className="link wrap-anywhere"
            >
              {head.contact}
            </a>
          </Row>
        )}
      </dl>
    </>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h3 className="pb-2 font-semibold">{title}</h3>
      {children}
    </section>
  );
}

function Row({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="grid grid-cols-[5.25rem_minmax(0,1fr)] gap-x-3 border-t border-rule py-2">
      <dt className="text-ink-2">{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Out({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a href={href} target="_blank" rel="noopener noreferrer" className="link wrap-anywhere">
      {children}
      <Icon name="out" className="ms-1 size-3!" />
    </a>
  );
}
