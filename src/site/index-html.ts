import { dateText, yearText } from '../i18n/date-text';
import type { TextTools } from '../i18n/text-tools';
import { isUndated } from '../lib/undated';
import { xmlElement, xmlText } from '../lib/xml';
import type { Text } from '../model/dataset';
import { activityFolder, BROWSE, PAGES_META } from '../model/site-paths';
import { cardMeta } from './card-meta';
import { groupsOf } from './groups';
import { datasetLd, ldText } from './json-ld';
import { languageFolder, languageOf, type SiteInput } from './site-input';

const BEGIN = '<!-- record -->';
const END = '<!-- /record -->';
const BEGIN_LIST = '<!-- list -->';
const END_LIST = '<!-- /list -->';

const TOP = ' target="_top"';

/** The maximum number of activities in the list that readers see if the explorer can't start. */
const MAX_LATEST = 12;

/**
 * Adds title, description, feeds and links to the static pages to the explorer's `index.html`, for search engines and
 * readers without scripts. A second call replaces what the first call wrote.
 */
export function indexHtml(html: string, site: SiteInput): string {
  const { head, languages, url } = site;
  const [tools] = languages;
  const language = xmlText(languageOf(tools, head.title));
  const name = tools.words(head.title);
  const description = head.description === undefined ? name : tools.words(head.description);
  const meta = (key: 'name' | 'property', value: string, content: string) =>
    `<meta ${key}="${value}" content="${xmlText(content)}" />`;
  const elements = [
    `<meta name="description" lang="${language}" content="${xmlText(description)}" />`,
    // The explorer links to the static pages only if it finds this entry.
    meta(
      'name',
      PAGES_META,
      [head.id, site.hasActivityPages ? 'activities' : 'groups', ...languages.map(({ language }) => language)].join(
        ' ',
      ),
    ),
    `<link rel="canonical" href="${xmlText(url ?? './')}" />`,
    xmlElement('link', { rel: 'alternate', type: 'application/atom+xml', href: 'feed.xml', title: name }),
    xmlElement('link', { rel: 'alternate', type: 'application/feed+json', href: 'feed.json', title: name }),
    xmlElement('link', { rel: 'alternate', type: 'text/calendar', href: 'calendar.ics', title: name }),
    meta('property', 'og:title', name),
    meta('property', 'og:type', 'website'),
    meta('property', 'og:description', description),
    ...(url === null
      ? []
      : [
          meta('property', 'og:url', url),
          ...cardMeta(url, name).map(([key, content]) => meta('property', key, content)),
          meta('name', 'twitter:card', 'summary_large_image'),
        ]),
    meta('name', 'DC.title', name),
    `<script type="application/ld+json">${ldText(datasetLd(site, tools, path => (url ?? './') + path))}</script>`,
  ];
  const block = `${BEGIN}\n    ${elements.join('\n    ')}\n    ${END}`;
  const isMade = html.includes(BEGIN);
  const withHead = isMade
    ? html.replace(/<!-- record -->[\s\S]*?<!-- \/record -->/, () => block)
    : html.replace('</head>', () => `  ${block}\n  </head>`);
  return withList(withHead, site)
    .replace(/<title>[^<]*<\/title>/, () => `<title>${xmlText(name)}</title>`)
    .replace(
      /<noscript>[\s\S]*?<\/noscript>/,
      () => `<noscript>${languages.map(tools => withoutScript(site, tools)).join('')}</noscript>`,
    );
}

/** Says in a language of the pages that the explorer needs scripts, and links to the dataset in that language. */
function withoutScript(site: SiteInput, tools: TextTools): string {
  const address = xmlText(languageFolder(site, tools) + BROWSE);
  const name = tools.words(site.head.title);
  const link = `<a href="${address}"${TOP} lang="${xmlText(languageOf(tools, site.head.title))}">${xmlText(name)}</a>`;
  return `<p lang="${tools.language}">${xmlText(tools.t('site.needsScript'))} ${link}</p>`;
}

function withList(html: string, site: SiteInput): string {
  const [tools] = site.languages;
  // Only the pages of activities may be shown in a frame. All other links open outside the frame.
  const link = (href: string, text: Text, target = '') =>
    `<a href="${xmlText(href)}"${target} lang="${xmlText(languageOf(tools, text))}" dir="auto">${xmlText(tools.words(text))}</a>`;
  const groups = site.hasActivityPages
    ? site.activities
        .filter(activity => !isUndated(activity))
        .slice(-MAX_LATEST)
        .map(activity => ({
          text: `${dateText(tools, activity.date)}: `,
          link: link(activityFolder(activity.id), activity.title),
        }))
    : groupsOf(site.head, site.activities).years.map(({ folder, year }) => ({
        text: '',
        link: link(folder, year ? yearText(tools, year.firstDay) : '', TOP),
      }));
  const items = groups.reverse().map(item => `<li dir="auto" class="py-1">${xmlText(item.text)}${item.link}</li>`);
  const list = [
    BEGIN_LIST,
    `<div lang="${tools.language}">`,
    `<h1 class="py-1">${link(BROWSE, site.head.title, TOP)}</h1>`,
    `<p>${xmlText(tools.t('site.withoutScript'))}</p>`,
    '<ul>',
    ...items,
    '</ul>',
    '</div>',
    END_LIST,
  ].join('\n        ');
  const withoutList = html.replace(/\s*<!-- list -->[\s\S]*?<!-- \/list -->/, '');
  return withoutList.replace(
    /<div class="not-loaded"[^>]*>([\s\S]*?)(\s*<\/div>)/,
    (_, start, end) => `<div class="not-loaded" role="main">${start}\n      ${list}${end}`,
  );
}
