import { xmlElement, xmlText } from '../lib/xml';
import { PAGES_META } from '../model/site-paths';
import { datasetLd, ldText } from './json-ld';
import { languageOf, type SiteInput } from './site-input';

const BEGIN = '<!-- record -->';
const END = '<!-- /record -->';

/**
 * Returns the explorer's `index.html` with what search engines and readers without script need to know about the record:
 * title, description, feeds, and a link to the pages of the record. A second call replaces what the first one wrote.
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
    // The explorer links to the pages only where it finds this.
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
    ...(url === null ? [] : [meta('property', 'og:url', url)]),
    meta('name', 'DC.title', name),
    `<script type="application/ld+json">${ldText(datasetLd(site, tools, path => (url ?? './') + path))}</script>`,
  ];
  const block = `${BEGIN}\n    ${elements.join('\n    ')}\n    ${END}`;
  const isMade = html.includes(BEGIN);
  const withHead = isMade
    ? html.replace(/<!-- record -->[\s\S]*?<!-- \/record -->/, () => block)
    : html.replace('</head>', () => `  ${block}\n  </head>`);
  return withHead
    .replace(/<title>[^<]*<\/title>/, () => `<title>${xmlText(name)}</title>`)
    .replace(
      /<noscript>[\s\S]*?<\/noscript>/,
      () =>
        `<noscript>This timeline needs JavaScript. <a href="browse/" lang="${language}">${xmlText(name)}</a> can be read without it.</noscript>`,
    );
}
