/*
 * Computes what a link must show, as simply as possible: tests every activity against the link and counts from scratch.
 * Shares no code with the explorer.
 */
import { readFileSync } from 'node:fs';

interface OracleValue {
  id: string;
  label: string;
  short?: string;
  broader?: string;
  aliases?: string[];
}

interface OracleFacet {
  id: string;
  label: string;
  values: OracleValue[];
}

interface OracleActivity {
  id: string;
  date: string;
  title: string;
  summary?: string;
  dateNote?: string;
  source?: { note?: string };
  tags?: Record<string, string[]>;
  place?: { name: string };
}

interface OracleDocument {
  facets: OracleFacet[];
  activities: OracleActivity[];
  /** The same in every language of the page: a search looks into all of them. */
  languages: OracleDocument[];
}

const LANGUAGES = ['en', 'fr'];

/** A record as it reads in one language. */
export function readRecord(file: URL, language = 'en'): OracleDocument {
  const json = readFileSync(file, 'utf8');
  const inLanguage = (wanted: string): OracleDocument =>
    JSON.parse(json, (_key, value) => value?.[wanted] ?? value?.en ?? value);
  return { ...inLanguage(language), languages: LANGUAGES.map(inLanguage) };
}

/** The record that the test servers give in place of the shipped one: what most journeys look at. */
export const record = readRecord(new URL('records/eu-unodc-89.json', import.meta.url));

const NONE = '_none';

interface Choice {
  include: string[];
  exclude: string[];
  all: boolean;
}

interface Asked {
  choices: Map<string, Choice>;
  q: string;
  from: string | null;
  to: string | null;
}

/** Returns the first and last day of a date as sortable texts. The last day of a month may not exist, like 31 April. */
function spanOf(date: string): [string, string] {
  const ends = date.replace(/[[\]?~%]/g, '').split(/\.\.|\//);
  const first = ends[0] ?? '';
  const last = ends[1] ?? first;
  return [first + '-01-01'.slice(first.length - 4), last + '-12-31'.slice(last.length - 4)];
}

function isDate(text: string): boolean {
  if (!/^\d{4}(-\d\d(-\d\d)?)?$/.test(text)) return false;
  const [day] = spanOf(text);
  return !Number.isNaN(Date.parse(day)) && new Date(day).toISOString().startsWith(day);
}

function readLink({ facets }: OracleDocument, link: string): Asked {
  const params = new URLSearchParams(link);
  const date = (key: string) => {
    const text = params.get(key);
    return text && isDate(text) ? text : null;
  };
  const choices = new Map<string, Choice>();
  for (const { id } of facets) {
    const entries = params.getAll(id).join(',').split(',').filter(Boolean);
    choices.set(id, {
      include: entries.filter(entry => !entry.startsWith('-')),
      exclude: entries.filter(entry => entry.startsWith('-')).map(entry => entry.slice(1)),
      all: params.get(`${id}.mode`) === 'all',
    });
  }
  const [from, to] = [date('from'), date('to')];
  const reversed = from !== null && to !== null && spanOf(to)[1] < spanOf(from)[0];
  return { choices, q: params.get('q') ?? '', from: reversed ? null : from, to: reversed ? null : to };
}

function has({ id: facetId, values }: OracleFacet, activity: OracleActivity, wanted: string): boolean {
  const own = activity.tags?.[facetId] ?? [];
  if (wanted === NONE) return own.length === 0;
  return own.some(tag => {
    let at: string | undefined = tag;
    while (at !== undefined && at !== wanted) at = values.find(({ id }) => id === at)?.broader;
    return at === wanted;
  });
}

function passesFacet(facet: OracleFacet, activity: OracleActivity, { include, exclude, all }: Choice): boolean {
  if (exclude.some(value => has(facet, activity, value))) return false;
  if (include.length === 0) return true;
  return all ? include.every(v => has(facet, activity, v)) : include.some(v => has(facet, activity, v));
}

function passesWindow({ date }: OracleActivity, { from, to }: Asked): boolean {
  const [first, last] = spanOf(date);
  return (from === null || last >= spanOf(from)[0]) && (to === null || first <= spanOf(to)[1]);
}

const PLAIN_LETTERS = [
  ['ø', 'o'],
  ['ł', 'l'],
  ['đ', 'd'],
  ['ð', 'd'],
  ['þ', 'th'],
  ['ı', 'i'],
  ['ħ', 'h'],
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
] as const;

function wordsIn(text: string): string[] {
  let plain = text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
  for (const [letter, written] of PLAIN_LETTERS) plain = plain.replaceAll(letter, written);
  return plain.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
}

/** Returns a field's text in which ` word` finds the beginning of a word and ` word ` a complete word. */
function fieldsOf(
  { facets }: OracleDocument,
  { title, summary, dateNote, source, place, tags }: OracleActivity,
): string[] {
  const labels = facets.flatMap(facet =>
    facet.values
      .filter(({ id }) => tags?.[facet.id]?.includes(id))
      .flatMap(({ label, aliases }) => [label, ...(aliases ?? [])]),
  );
  return [title, summary ?? '', dateNote ?? '', source?.note ?? '', place?.name ?? '', ...labels].map(
    text => ` ${wordsIn(text).join(' ')} `,
  );
}

function passesText(document: OracleDocument, activity: OracleActivity, q: string): boolean {
  const fields = document.languages.flatMap(spoken =>
    fieldsOf(spoken, spoken.activities[document.activities.indexOf(activity)] ?? activity),
  );
  return [...q.matchAll(/(-?)"([^"]*)"|(-?)(\S+)/g)].every(([, notPhrase, phrase, notWord, word]) => {
    if (phrase !== undefined) {
      const wanted = ` ${wordsIn(phrase).join(' ')} `;
      return wanted.trim() === '' || fields.some(field => field.includes(wanted)) === (notPhrase === '');
    }
    const cut = wordsIn(word ?? '');
    return cut.length === 0 || cut.every(w => fields.some(field => field.includes(` ${w}`))) === (notWord === '');
  });
}

interface OracleAnswer {
  /** Titles in the order of the dataset. */
  titles: string[];
  total: number;
  /** Facet label → value label (`None named` for activities without value) → number of activities. */
  counts: Map<string, Map<string, number>>;
}

/** Returns what a link must show for a document. */
export function expected(link: string, document: OracleDocument = record): OracleAnswer {
  const asked = readLink(document, link);
  const choiceOf = ({ id }: OracleFacet) => asked.choices.get(id) as Choice;
  const passes = (activity: OracleActivity, without?: OracleFacet) =>
    document.facets.every(facet => facet === without || passesFacet(facet, activity, choiceOf(facet))) &&
    passesWindow(activity, asked) &&
    passesText(document, activity, asked.q);
  const selection = document.activities.filter(activity => passes(activity));
  const order = (a: OracleActivity) => [...spanOf(a.date), a.id].join(' ');
  selection.sort((a, b) => (order(a) < order(b) ? -1 : 1));
  const counts = new Map<string, Map<string, number>>();
  for (const facet of document.facets) {
    const { include, all } = choiceOf(facet);
    const others = document.activities.filter(activity => passes(activity, facet));
    const base = all ? others.filter(activity => include.every(value => has(facet, activity, value))) : others;
    const countOf = (value: string) => base.filter(activity => has(facet, activity, value)).length;
    const ofFacet = new Map(facet.values.map(({ id, label }) => [label, countOf(id)]));
    const someHaveNone = document.activities.some(activity => has(facet, activity, NONE));
    if (someHaveNone || include.includes(NONE)) ofFacet.set('None named', countOf(NONE));
    counts.set(facet.label, ofFacet);
  }
  return { titles: selection.map(({ title }) => title), total: selection.length, counts };
}

export function titleOf(id: string): string {
  const activity = record.activities.find(candidate => candidate.id === id);
  if (!activity) throw new Error(`no activity ${id}`);
  return activity.title;
}
