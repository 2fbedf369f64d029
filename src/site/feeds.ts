import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { dateText } from '../i18n/date-text';
import type { TextTools } from '../i18n/text-tools';
import { isUndated } from '../lib/undated';
import { xmlElement, xmlText } from '../lib/xml';
import type { Activity } from '../model/dataset';
import { activityFolder, toRoot } from '../model/site-paths';
import { WHOLE_RECORD } from '../model/view';
import { languageFolder, languageOf, queryIn, type SiteInput } from './site-input';

/** The maximum number of entries in a feed. The latest activities are chosen. */
const MAX_ENTRIES = 100;

interface Feed {
  title: string;
  /** The folder of the page to which the feed belongs. '' for the feed of the whole dataset. */
  folder: string;
  activities: readonly Activity[];
}

/** Writes an Atom feed (RFC 4287) of the latest activities. The ids do not depend on the address of the site. */
export function atomFeed(site: SiteInput, tools: TextTools, { title, folder, activities }: Feed): string {
  const { head } = site;
  const address = addressIn(site, folder);
  const updated = `${dayOf(site)}T00:00:00Z`;
  const author = tools.words(head.publisher ?? head.title);
  const entries = latest(activities).map(activity =>
    [
      '<entry>',
      element('id', uuidOf(`${head.id}/${activity.id}`)),
      element('title', tools.words(activity.title)),
      xmlElement('link', { href: address(entryAddress(site, tools, activity)) }),
      element('updated', updated),
      element('summary', summaryOf(tools, activity)),
      '</entry>',
    ].join('\n'),
  );
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${languageOf(tools, head.title)}">`,
    element('id', uuidOf(`${head.id}/${folder}`)),
    element('title', title),
    element('updated', updated),
    `<author>${element('name', author)}</author>`,
    xmlElement('link', { rel: 'self', type: 'application/atom+xml', href: address(`${folder}feed.xml`) }),
    xmlElement('link', { href: address(folder) || './' }),
    ...(head.license === undefined ? [] : [element('rights', head.license)]),
    ...entries,
    '</feed>\n',
  ].join('\n');
}

/** Writes a JSON Feed (version 1.1) of the latest activities. */
export function jsonFeed(site: SiteInput, tools: TextTools, { title, folder, activities }: Feed): string {
  const { head } = site;
  const address = addressIn(site, folder);
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title,
    home_page_url: address(folder),
    feed_url: address(`${folder}feed.json`),
    language: languageOf(tools, head.title),
    ...(head.publisher !== undefined && { authors: [{ name: tools.words(head.publisher) }] }),
    items: latest(activities).map(activity => ({
      id: uuidOf(`${head.id}/${activity.id}`),
      url: address(entryAddress(site, tools, activity)),
      title: tools.words(activity.title),
      content_text: summaryOf(tools, activity),
      date_modified: `${dayOf(site)}T00:00:00Z`,
    })),
  };
  return `${JSON.stringify(feed, null, 1)}\n`;
}

function addressIn({ url }: SiteInput, folder: string): (path: string) => string {
  return path => (url ?? toRoot(folder)) + path;
}

/**
 * Returns the path of an activity's page. If activities have no pages, returns the query that opens the activity in the
 * explorer.
 */
function entryAddress(site: SiteInput, tools: TextTools, { id }: Activity): string {
  return site.hasActivityPages
    ? languageFolder(site, tools) + activityFolder(id)
    : queryIn(site, tools, { ...WHOLE_RECORD, activity: id });
}

/** Returns the activities with the latest dates, latest first. Undated activities follow if there is room. */
function latest(activities: readonly Activity[]): Activity[] {
  const dated = activities.filter(activity => !isUndated(activity));
  const undated = activities.filter(isUndated);
  return [...dated.slice(-MAX_ENTRIES).reverse(), ...undated].slice(0, MAX_ENTRIES);
}

function summaryOf(tools: TextTools, { date, summary }: Activity): string {
  const when = dateText(tools, date);
  return summary === undefined ? when : `${when}. ${tools.words(summary)}`;
}

function dayOf({ head, taken }: SiteInput): string {
  return /^\d{4}-\d{2}-\d{2}$/.exec(head.updated ?? '')?.[0] ?? taken;
}

function element(name: string, text: string): string {
  return xmlElement(name, {}, xmlText(text));
}

/** Returns a URN with a UUID (version 8) made from a hash of `name`. So the same name always gives the same UUID. */
function uuidOf(name: string): string {
  const hex = bytesToHex(sha256(new TextEncoder().encode(name)));
  const variant = '89ab'[Number.parseInt(hex[16] ?? '0', 16) % 4];
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
