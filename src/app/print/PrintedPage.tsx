import { aboutLines, gapsText } from '../../exports/about-lines';
import type { About } from '../../exports/answer-form';
import { useDates } from '../../i18n/use-dates';
import { useText } from '../../i18n/use-text';
import type { Activity, DatasetHead } from '../../model/dataset';
import type { Figure } from '../../queries/printed';
import { Words } from '../../ui/Words';
import { PrintedMatrix } from './PrintedMatrix';
import { PrintedTimeline } from './PrintedTimeline';
import { numberedSources, printedFacts, printedYears } from './printed-entries';
import './printed.css';

interface Props {
  head: DatasetHead;
  about: About;
  /** Whether the activities are sorted by date, ascending or descending. */
  isByDate: boolean;
  /** The first activities of the view. Undefined if they are not loaded yet. */
  activities: readonly Activity[] | undefined;
  figure: Figure | null;
}

/** A briefing page for paper: the figure, the entries grouped by year, their sources, and facts about the dataset. */
export function PrintedPage({ head, about, isByDate, activities, figure }: Props) {
  const tools = useText();
  const { t, words } = tools;
  const { sentence, count: total } = about;
  const gaps = gapsText({ head, about, tools });
  const years = printedYears(activities ?? [], isByDate, tools);
  const sources = numberedSources(activities ?? [], head);
  const shown = activities?.length ?? 0;
  // The foot omits the facts that the page states elsewhere: sentence, choices and gaps at the top, sources in a list.
  const elsewhere = ['export.view', 'export.chosen', 'export.gaps', ...(sources.size > 0 ? ['export.source'] : [])].map(
    id => t(id),
  );
  const foot = aboutLines({ head, about, tools }).filter(([label]) => !elsewhere.includes(label));
  return (
    <article className="printed" lang={tools.language}>
      <header>
        <p className="printed-small">{words(head.title)}</p>
        <h1>{sentence}</h1>
        {about.filters.length > 0 && (
          <p className="printed-small">
            {t('print.chosen')} {about.filters.join('; ')}
          </p>
        )}
        {gaps !== '' && <p className="printed-small">{t('print.gaps', { gaps })}</p>}
        {activities === undefined && total > 0 && <p>{t('print.notLoaded')}</p>}
        {activities !== undefined && shown < total && <p>{t('print.more', { shown, total })}</p>}
      </header>
      {figure?.kind === 'timeline' && <PrintedTimeline {...{ head, about }} facts={figure.facts} />}
      {figure?.kind === 'matrix' && <PrintedMatrix {...{ head }} matrix={figure.matrix} />}
      {years.map(({ heading, activities: inYear }) => (
        <section key={inYear[0]?.id} className="printed-year">
          {heading !== null && <h2>{heading}</h2>}
          <ul>
            {inYear.map(activity => (
              <Entry
                key={activity.id}
                activity={activity}
                head={head}
                hasYear={heading === null}
                source={sources.get(activity.source?.id ?? '')?.number ?? null}
              />
            ))}
          </ul>
        </section>
      ))}
      {sources.size > 0 && (
        <section>
          <h2 className="printed-sources">{t('print.sources')}</h2>
          <ol>
            {[...sources.values()].map(({ number, source }) => (
              <li key={source.id} value={number}>
                {words(source.title)}
                {source.url && `, ${source.url}`}
              </li>
            ))}
          </ol>
        </section>
      )}
      <footer className="printed-small">
        <dl>
          {foot.map(([label, text]) => (
            <div key={`${label} ${text}`}>
              <dt>{label}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      </footer>
    </article>
  );
}

interface EntryProps {
  activity: Activity;
  head: DatasetHead;
  /** Whether the date includes its year, because no heading above states the year. */
  hasYear: boolean;
  /** The number of the activity's source in the list of sources; null if it has no source. */
  source: number | null;
}

function Entry({ activity, head, hasYear, source }: EntryProps) {
  const tools = useDates();
  const { t, spoken, words } = tools;
  const { title, summary, links = [] } = activity;
  const item = activity.source?.item;
  const facts = printedFacts(activity, head, tools);
  if (source !== null && item !== undefined) facts.push(t('print.item', { source, item }));
  return (
    <li className="printed-entry">
      <p className="printed-small">{tools.date(activity.date, hasYear ? 'full' : 'inYear')}</p>
      <div>
        <h3>
          <Words of={spoken(title)} />
          {source !== null && <sup>{`\u2060\u00a0${source}`}</sup>}
        </h3>
        {summary && (
          <p>
            <Words of={spoken(summary)} />
          </p>
        )}
        {facts.length > 0 && <p className="printed-small">{facts.join(' · ')}</p>}
        {links.map(({ label, url }) => (
          <p key={url} className="printed-small">
            {words(label)}: {url}
          </p>
        ))}
      </div>
    </li>
  );
}
