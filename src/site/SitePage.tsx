import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import type { TextTools } from '../i18n/text-tools';
import { toRoot } from '../model/site-paths';
import { ldText } from './json-ld';
import type { SiteInput } from './site-input';

/** The pages run nothing and load nothing but their style sheet and pictures. */
const POLICY = "default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'";

/** Stands for the JSON of the page, which React would escape as text. */
const LD = '{{ld}}';

interface PageFacts {
  site: SiteInput;
  tools: TextTools;
  /** The folder of the page in the first language. */
  folder: string;
  title: string;
  description: string;
  kind: 'article' | 'website';
  /** The query string of the same activities in the explorer. */
  query: string;
  /** Metadata beyond title, description and language, by name. */
  meta: readonly (readonly [name: string, content: string])[];
  ld: Readonly<Record<string, unknown>>;
  /** The files beside the page: its twin in Markdown, and feeds. */
  alternates: readonly (readonly [type: string, file: string])[];
  /** The answer to an oEmbed question for this page. */
  oembed?: string;
}

/** Writes a page of the site as HTML. */
export function pageHtml(facts: PageFacts, content: ReactNode): string {
  const markup = renderToStaticMarkup(<SitePage {...facts}>{content}</SitePage>);
  return `<!doctype html>\n${markup.replace(`>${LD}</script>`, () => `>${ldText(facts.ld)}</script>`)}\n`;
}

function SitePage({ children, ...facts }: PageFacts & { children: ReactNode }) {
  const { site, tools, title, query } = facts;
  const { head } = site;
  const root = toRoot(languageFolder(site, tools) + facts.folder);
  const isFirst = tools === site.languages[0];
  const lang = isFirst ? '' : `${query === '' ? '' : '&'}lang=${tools.language}`;
  const search = query + lang;
  return (
    <html lang={tools.language}>
      <PageHead {...facts} />
      <body>
        <header>
          <a href={`${root}${search === '' ? '' : `?${search}`}`}>{tools.t('site.explore')}</a>
          <a href={`${root}${languageFolder(site, tools)}browse/`}>{tools.words(head.title)}</a>
        </header>
        <main>
          <h1>{title}</h1>
          {children}
        </main>
        <footer>
          <p>
            {[
              head.publisher && tools.words(head.publisher),
              head.license,
              tools.t('site.version', { version: site.version }),
            ]
              .filter(text => text)
              .join(' · ')}
          </p>
          <p>
            {facts.alternates.map(([type, file]) => (
              <a key={file} href={file}>
                {tools.t(`site.alternate.${type}`)}
              </a>
            ))}
            {site.languages
              .filter(other => other !== tools)
              .map(other => (
                <a
                  key={other.language}
                  href={root + languageFolder(site, other) + facts.folder}
                  lang={other.language}
                  hrefLang={other.language}
                >
                  {other.t('site.thisLanguage')}
                </a>
              ))}
          </p>
        </footer>
      </body>
    </html>
  );
}

function PageHead({ site, tools, folder, title, description, kind, meta, alternates, oembed }: PageFacts) {
  const here = languageFolder(site, tools) + folder;
  const root = toRoot(here);
  const address = (path: string) => (site.url ?? root) + path;
  const { head } = site;
  const name = tools.words(head.title);
  return (
    <head>
      <meta charSet="utf-8" />
      <meta httpEquiv="Content-Security-Policy" content={POLICY} />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <title>{title === name ? name : `${title} – ${name}`}</title>
      <meta name="description" content={description} />
      <link rel="canonical" href={site.url === null ? './' : address(here)} />
      {site.languages.map(other => (
        <link
          key={other.language}
          rel="alternate"
          hrefLang={other.language}
          href={address(languageFolder(site, other) + folder)}
        />
      ))}
      <link rel="icon" type="image/svg+xml" href={`${root}icon.svg`} />
      <link rel="stylesheet" href={`${root}site.css`} />
      {alternates.map(([type, file]) => (
        <link key={file} rel="alternate" type={MEDIA_TYPES[type]} href={file} />
      ))}
      {oembed !== undefined && <link rel="alternate" type="application/json+oembed" href={oembed} />}
      <link rel="schema.DC" href="http://purl.org/dc/elements/1.1/" />
      <link rel="schema.DCTERMS" href="http://purl.org/dc/terms/" />
      <meta name="DC.title" content={title} />
      <meta name="DC.language" content={tools.language} />
      {head.publisher !== undefined && <meta name="DC.publisher" content={tools.words(head.publisher)} />}
      {head.license !== undefined && <meta name="DC.rights" content={head.license} />}
      {meta.map(([key, content]) => (
        <meta key={`${key} ${content}`} name={key} content={content} />
      ))}
      <meta property="og:title" content={title} />
      <meta property="og:type" content={kind} />
      <meta property="og:site_name" content={name} />
      <meta property="og:description" content={description} />
      <meta property="og:locale" content={tools.language} />
      {site.url !== null && <meta property="og:url" content={address(here)} />}
      <script type="application/ld+json">{LD}</script>
    </head>
  );
}

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  markdown: 'text/markdown',
  atom: 'application/atom+xml',
  json: 'application/feed+json',
  calendar: 'text/calendar',
};

/** The folder of the pages in a language: '' for the first one, else as `fr/`. */
export function languageFolder({ languages }: SiteInput, { language }: TextTools): string {
  return language === languages[0].language ? '' : `${language}/`;
}
