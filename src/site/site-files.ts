import { aboutView } from '../exports/about';
import type { AnswerForm, AnswerToWrite } from '../exports/answer-form';
import { markdownForm } from '../exports/briefing';
import { calendarForm } from '../exports/calendar';
import { csvForm } from '../exports/csv';
import { yearText } from '../i18n/date-text';
import type { TextTools } from '../i18n/text-tools';
import { xmlElement, xmlText } from '../lib/xml';
import type { Activity } from '../model/dataset';
import { activityFolder, BROWSE, toRoot } from '../model/site-paths';
import { type View, WHOLE_RECORD } from '../model/view';
import { activityPage, redirectPage } from './activity-page';
import { CARD_FILE, cardImage } from './card-image';
import { atomFeed, jsonFeed } from './feeds';
import { browsePage, groupPage, titleOfGroup, viewOfGroup } from './group-pages';
import { type Group, type Groups, groupsOf } from './groups';
import { languageFolder, MAX_LISTED, queryIn, type SiteFile, type SiteInput } from './site-input';

/**
 * Yields the pages, feeds and calendars of a dataset in each language, one file at a time. The same input gives the
 * same files.
 */
export async function* siteFiles(site: SiteInput): AsyncGenerator<SiteFile> {
  const { head, activities, languages } = site;
  const groups = groupsOf(head, activities);
  const ids = new Set(activities.map(({ id }) => id));
  const all = [...groups.years, ...groups.values];
  for (const tools of languages) {
    const base = languageFolder(site, tools);
    const whole = { title: tools.words(head.title), view: WHOLE_RECORD, activities, folder: '' };
    yield { path: `${base}${BROWSE}index.html`, content: browsePage(site, tools, groups) };
    yield { path: `${base}index.md`, content: indexMarkdown(site, tools, groups) };
    yield* followed(site, tools, whole);
    for (const group of all) {
      const view = viewOfGroup(group);
      const facts = { title: titleOfGroup(site, tools, group), view, ...group };
      yield { path: `${base}${group.folder}index.html`, content: groupPage(site, tools, group) };
      const listed = { ...facts, activities: group.activities.slice(0, MAX_LISTED) };
      yield {
        path: `${base}${group.folder}index.md`,
        content: await written(markdownForm, site, tools, listed),
      };
      if (group.value) {
        const title = `${tools.words(group.value.label)} – ${tools.words(head.title)}`;
        yield* followed(site, tools, { ...facts, title });
      }
    }
    if (!site.hasActivityPages) continue;
    for (const activity of activities) {
      const folder = activityFolder(activity.id);
      const one = { title: tools.words(activity.title), view: { ...WHOLE_RECORD, activity: activity.id }, folder };
      yield { path: `${base}${folder}index.html`, content: activityPage(site, tools, activity) };
      const content = await written(markdownForm, site, tools, { ...one, activities: [activity] });
      yield { path: `${base}${folder}index.md`, content };
      for (const former of (activity.formerIds ?? []).filter(id => !ids.has(id))) {
        yield { path: `${base}${activityFolder(former)}index.html`, content: redirectPage(site, tools, activity.id) };
      }
    }
  }
  if (site.hasActivityPages) {
    for (const activity of activities) {
      yield { path: `oembed/${activity.id}.json`, content: oembed(site, activity) };
    }
  }
  const table = { title: languages[0].words(head.title), view: WHOLE_RECORD, activities, folder: '' };
  yield { path: `data/${head.id}.csv`, content: await written(csvForm, site, languages[0], table) };
  yield { path: CARD_FILE, content: cardImage(activities, site.accent) };
  if (site.url !== null) yield { path: 'sitemap.xml', content: sitemap(site, site.url, all) };
}

interface Written {
  title: string;
  view: View;
  activities: readonly Activity[];
  /** The number of all activities of the view. Omitted if `activities` has all of them. */
  count?: number;
  folder: string;
}

/** Yields the feeds and the calendar of the whole dataset or of a value. */
async function* followed(site: SiteInput, tools: TextTools, facts: Written): AsyncGenerator<SiteFile> {
  const base = languageFolder(site, tools) + facts.folder;
  const feed = { ...facts, folder: base };
  yield { path: `${base}feed.xml`, content: atomFeed(site, tools, feed) };
  yield { path: `${base}feed.json`, content: jsonFeed(site, tools, feed) };
  yield { path: `${base}calendar.ics`, content: await written(calendarForm, site, tools, facts) };
}

/** Returns the text of activities in one of the forms that “Share and cite” offers. */
async function written(
  form: AnswerForm,
  site: SiteInput,
  tools: TextTools,
  { title, view, activities, count = activities.length }: Written,
): Promise<string> {
  const about = aboutView(tools, site.head, view, {
    sentence: title,
    link: site.url === null ? null : site.url + site.queryOf(view),
    count,
    total: site.activities.length,
    version: site.version,
    taken: site.taken,
    extent: site.extent,
  });
  const answer: AnswerToWrite = { head: site.head, about, tools, activities: oneBatch(activities) };
  let text = '';
  for await (const piece of form.write(answer)) text += piece;
  return count > activities.length ? `${text}\n${tools.t('site.more', { n: count - activities.length })}\n` : text;
}

async function* oneBatch(activities: readonly Activity[]): AsyncGenerator<readonly Activity[]> {
  yield activities;
}

function indexMarkdown(site: SiteInput, tools: TextTools, groups: Groups): string {
  const { head } = site;
  const literal = (text: string) => text.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]<>#|~&]/g, '\\$&');
  const lines = [`# ${literal(tools.words(head.title))}`, ''];
  if (head.description !== undefined) lines.push(literal(tools.words(head.description)), '');
  lines.push(`## ${literal(tools.t('site.years'))}`, '');
  for (const { folder, year, count } of groups.years) {
    const name = yearText(tools, year?.firstDay ?? 0);
    lines.push(`- [${literal(name)}](${folder}index.md) (${count})`);
  }
  for (const { id, label } of head.facets) {
    const ofFacet = groups.values.filter(({ facet }) => facet?.id === id);
    if (ofFacet.length === 0) continue;
    lines.push('', `## ${literal(tools.words(label))}`, '');
    for (const { folder, value, count } of ofFacet) {
      lines.push(`- [${literal(tools.words(value?.label ?? ''))}](${folder}index.md) (${count})`);
    }
  }
  if (groups.others.length > 0) {
    lines.push('', `## ${literal(tools.t('date.none'))}`, '');
    for (const { id, title } of groups.others.slice(0, MAX_LISTED)) {
      const address = site.hasActivityPages
        ? `${activityFolder(id)}index.md`
        : toRoot(languageFolder(site, tools)) + queryIn(site, tools, { ...WHOLE_RECORD, activity: id });
      lines.push(`- [${literal(tools.words(title))}](${address})`);
    }
  }
  return `${lines.join('\n')}\n`;
}

/** Returns the oEmbed description of an activity's page: a frame that shows the page. */
function oembed(site: SiteInput, activity: Activity): string {
  const [tools] = site.languages;
  const address = (site.url ?? toRoot('oembed/')) + activityFolder(activity.id);
  const title = tools.words(activity.title);
  const html = xmlElement('iframe', { src: address, title, width: 600, height: 400 }, ' ').replace('> <', '><');
  const answer = {
    version: '1.0',
    type: 'rich',
    title,
    provider_name: tools.words(site.head.title),
    ...(site.url !== null && { provider_url: site.url }),
    width: 600,
    height: 400,
    html,
  };
  return `${JSON.stringify(answer)}\n`;
}

/** Returns the sitemap of all pages. It requires absolute addresses, so the site must have a known address. */
function sitemap(site: SiteInput, url: string, groups: readonly Group[]): string {
  const folders = [
    '',
    BROWSE,
    ...groups.map(({ folder }) => folder),
    ...(site.hasActivityPages ? site.activities.map(({ id }) => activityFolder(id)) : []),
  ];
  const modified = site.head.updated;
  const urls = site.languages.flatMap(tools =>
    folders
      .filter(folder => folder !== '' || tools === site.languages[0])
      .map(folder => {
        const loc = url + languageFolder(site, tools) + folder;
        const lastmod = modified === undefined ? '' : xmlElement('lastmod', {}, modified);
        return `${xmlElement('url', {}, xmlElement('loc', {}, xmlText(loc)) + lastmod)}\n`;
      }),
  );
  const open = '<?xml version="1.0" encoding="utf-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n';
  return `${open}${urls.join('')}</urlset>\n`;
}
