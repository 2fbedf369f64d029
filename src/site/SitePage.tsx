import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import type { TextTools } from '../i18n/text-tools';
import type { SpokenText } from '../lib/spoken-text';
import { toRoot } from '../model/site-paths';
import type { View } from '../model/view';
import { Words } from '../ui/Words';
import { cardMeta } from './card-meta';
import { ldText } from './json-ld';
import { languageFolder, languageOf, queryIn, type SiteInput } from './site-input';
import { TextBlock } from './TextBlock';

/** The content security policy of the pages. They run no scripts and load only their style sheet and pictures. */
const POLICY = "default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'";

/** The maximum length in characters of a description for search engines. */
export const LONGEST_DESCRIPTION = 200;

export const MARKDOWN = ['markdown', 'index.md'] as const;

/** Replaced by the page's JSON-LD, which React would escape as text. */
const LD = '{{ld}}';

interface PageFacts {
  site: SiteInput;
  tools: TextTools;
  /** The folder of the page in the first language, relative to the site's root. */
  folder: string;
  title: SpokenText;
  /** The language of the dataset's texts. The labels have another one if the catalogue lacks this language. */
  language: string;
  description: string;
  kind: 'article' | 'website';
  view: View;
  /** `<meta>` entries other than title, description and language. */
  meta: readonly (readonly [name: string, content: string])[];
  ld: Readonly<Record<string, unknown>>;
  /** The other forms of the page in the same folder, such as Markdown and feeds: media type and file name. */
  alternates: readonly (readonly [type: string, file: string])[];
  /** The address of the oEmbed description. Only set if other sites may show the page in frames. */
  oembed?: string;
}

export function pageHtml(facts: PageFacts, content: ReactNode): string {
  const markup = renderToStaticMarkup(<SitePage {...facts}>{content}</SitePage>);
  return `<!doctype html>\n${markup.replace(`>${LD}</script>`, () => `>${ldText(facts.ld)}</script>`)}\n`;
}

function SitePage({ children, ...facts }: PageFacts & { children: ReactNode }) {
  const { site, tools, title, view } = facts;
  const { head } = site;
  const root = toRoot(languageFolder(site, tools) + facts.folder);
  return (
    <html lang={tools.language}>
      <PageHead {...facts} />
      <body>
        <header>
          <a href={root + queryIn(site, tools, view)}>{tools.t('site.explore')}</a>
          <a href={`${root}${languageFolder(site, tools)}browse/`}>
            <Words of={tools.spoken(head.title)} />
          </a>
        </header>
        <main>
          <TextBlock as="h1" of={title} />
          {children}
        </main>
        <footer>
          <p>
            {head.publisher !== undefined && (
              <>
                <Words of={tools.spoken(head.publisher)} />
                {' · '}
              </>
            )}
            {[head.license, tools.t('site.version', { version: site.version })].filter(text => text).join(' · ')}
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
                  target={facts.oembed === undefined ? undefined : '_self'}
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

function PageHead({ site, tools, folder, title, language, description, kind, meta, alternates, oembed }: PageFacts) {
  const here = languageFolder(site, tools) + folder;
  const root = toRoot(here);
  const address = (path: string) => (site.url ?? root) + path;
  const { head } = site;
  const name = tools.words(head.title);
  // A site with a single language has no alternatives to link to.
  const languages = site.languages.length > 1 ? site.languages : [];
  const lang = language === tools.language ? undefined : language;
  return (
    <head>
      <meta charSet="utf-8" />
      <meta httpEquiv="Content-Security-Policy" content={POLICY} />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      {/* Most pages of the site may not be shown in frames. So a link in a framed page opens outside the frame. */}
      {oembed !== undefined && <base target="_top" />}
      <title lang={lang}>{title.text === name ? name : `${title.text} – ${name}`}</title>
      <meta name="description" lang={lang} content={description} />
      <link rel="canonical" href={site.url === null ? './' : address(here)} />
      {languages.map(other => (
        <link
          key={other.language}
          rel="alternate"
          hrefLang={other === site.languages[0] ? languageOf(other, head.title) : other.language}
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
      <meta name="DC.title" content={title.text} />
      <meta name="DC.language" content={language} />
      {head.publisher !== undefined && <meta name="DC.publisher" content={tools.words(head.publisher)} />}
      {head.license !== undefined && <meta name="DC.rights" content={head.license} />}
      {meta.map(([key, content]) => (
        <meta key={`${key} ${content}`} name={key} content={content} />
      ))}
      <meta property="og:title" content={title.text} />
      <meta property="og:type" content={kind} />
      <meta property="og:site_name" content={name} />
      <meta property="og:description" content={description} />
      <meta property="og:locale" content={language.replace('-', '_')} />
      {site.url !== null && (
        <>
          <meta property="og:url" content={address(here)} />
          {cardMeta(site.url, name).map(([key, content]) => (
            <meta key={key} property={key} content={content} />
          ))}
          <meta name="twitter:card" content="summary_large_image" />
        </>
      )}
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
