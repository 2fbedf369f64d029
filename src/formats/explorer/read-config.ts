import { CONFIG_FILE, CONFIG_FORMAT, type ConfigLink, type ExplorerConfig } from '../../model/explorer-config';
import type { Problem } from '../../model/problem';
import { compact, Fields, isRaw } from '../document/fields';
import { Report } from '../document/report';

const KNOWN = [
  '$schema',
  'format',
  'dataset',
  'title',
  'languages',
  'view',
  'contact',
  'accent',
  'logo',
  'links',
  'dataOrigins',
  'engine',
];

const CONTACT = /^(https:\/\/[^\s]+|[^\s@]+@[^\s@]+)$/;

/**
 * Checks the text of `explorer.json`. Fields that can't be read are reported and left out. `shipped` is the dataset
 * that opens if the file names none.
 */
export function readConfig(text: string, shipped: string): { config: ExplorerConfig; problems: readonly Problem[] } {
  const report = new Report();
  // For a missing file, some servers answer with an HTML page instead of status 404.
  const config = /^\s*(<|$)/.test(text) ? { dataset: shipped } : configOf(text, shipped, report);
  return {
    config,
    problems: report.problems.map(problem => ({ ...problem, path: `${CONFIG_FILE} ${problem.path}`.trim() })),
  };
}

function configOf(text: string, shipped: string, report: Report): ExplorerConfig {
  const root = parsed(text);
  if (!isRaw(root)) {
    report.add('', root === undefined ? 'notJson' : 'notObject', 'field', text);
    return { dataset: shipped };
  }
  const fields = new Fields(root, '', report, 'field');
  fields.unknown(KNOWN);
  if (root.format !== CONFIG_FORMAT) fields.problem('format', 'configFormat');
  const contact = fields.string('contact');
  const accent = fields.string('accent');
  const logo = fields.string('logo');
  const [engine] = root.engine === undefined ? [] : engineOf(fields, root.engine, report);
  return compact({
    dataset: fields.string('dataset') ?? shipped,
    title: fields.text('title'),
    languages: root.languages === undefined ? undefined : languagesOf(fields),
    view: fields.string('view')?.replace(/^\?/, ''),
    contact: contact === undefined || CONTACT.test(contact) ? contact : fields.problem('contact', 'badUrl'),
    accent: accent === undefined || /^#[0-9a-f]{6}$/i.test(accent) ? accent : fields.problem('accent', 'badColour'),
    logo: logo === undefined || isOfPage(logo) ? logo : fields.problem('logo', 'notOwnAddress'),
    links: root.links === undefined ? undefined : linksOf(fields),
    dataOrigins: root.dataOrigins === undefined ? undefined : originsOf(fields),
    engine,
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Stands for the page's address. Any address would do, because only the comparison of origins matters. */
const ANY_PAGE = 'https://page.invalid/';

/** Returns whether an address stays on the page's origin. Browsers, and so this check, ignore line ends in it. */
function isOfPage(address: string): boolean {
  return URL.canParse(address, ANY_PAGE) && new URL(address, ANY_PAGE).origin === new URL(ANY_PAGE).origin;
}

function languagesOf(fields: Fields): string[] {
  return fields.strings('languages').filter(tag => {
    const isTag = /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(tag);
    if (!isTag) fields.problem('languages', 'badLanguage', tag);
    return isTag;
  });
}

function linksOf(fields: Fields): ConfigLink[] {
  return fields.objects('links').flatMap(link => {
    link.unknown(['label', 'url']);
    const label = link.requiredText('label');
    const url = link.string('url');
    if (url === undefined) return link.value('url') === undefined ? (link.lost('url', 'missing') ?? []) : [];
    // Relative addresses such as `about.html` are allowed too, if they stay on the page's own origin.
    if (!/^https?:\/\//i.test(url) && !isOfPage(url)) return link.lost('url', 'badUrl') ?? [];
    return label === undefined ? [] : [{ label, url }];
  });
}

function originsOf(fields: Fields): string[] {
  return fields.strings('dataOrigins').filter(origin => {
    const isOrigin = URL.canParse(origin) && new URL(origin).origin === origin;
    if (!isOrigin) fields.problem('dataOrigins', 'badUrl', origin);
    return isOrigin;
  });
}

function engineOf(fields: Fields, value: unknown, report: Report): { url: string }[] {
  if (!isRaw(value)) return fields.problem('engine', 'notObject') ?? [];
  const engine = new Fields(value, 'engine', report, 'field');
  engine.unknown(['url']);
  const url = engine.string('url');
  if (url === undefined) return value.url === undefined ? (engine.lost('url', 'missing') ?? []) : [];
  return isOfPage(url) ? [{ url }] : (engine.problem('url', 'notOwnAddress') ?? []);
}
