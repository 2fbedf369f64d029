import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Messages } from '@lingui/core';
import { describe, expect, it } from 'vitest';
import { CITATION_FORMS } from '../../src/exports/citation';
import { activateLanguage, chooseLanguage, type Language } from '../../src/i18n/catalogue';
import { ESTIMATED } from '../../src/i18n/estimated-tools';
import { CHANGE_KINDS } from '../../src/model/changes';
import { ROLES } from '../../src/model/reading';
import { LANE_SORTS, PANELS, SORTS } from '../../src/model/view';
import { VALUE_ORDERS } from '../../src/panels/facets/value-order';

const MESSAGES = import.meta.glob<Messages>('../../src/locales/*.po', { import: 'messages', eager: true });

/** The compiled messages of a `.po` file. */
function messagesOf(name: string): Messages {
  return MESSAGES[`../../src/locales/${name}.po`] ?? {};
}

/** The compiled messages of every language, those that load at first and those that load later. */
const CATALOGUES = Object.keys(MESSAGES)
  .map(path => basename(path, '.po'))
  .filter(name => !name.startsWith('later.'))
  .map(name => [name as Language, { ...messagesOf(name), ...messagesOf(`later.${name}`) }] as const);

const SRC = join(import.meta.dirname, '../../src');

function isFile(path: string): boolean {
  return statSync(join(SRC, path), { throwIfNoEntry: false })?.isFile() ?? false;
}

function sourceOf(path: string): string {
  return readFileSync(join(SRC, path), 'utf8');
}

const sources = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter(path => /\.tsx?$/.test(path))
  .map(sourceOf);

/** Returns the members of a union of string literals from its declaration. */
function unionIn(path: string, declaration: string): string[] {
  const [, union = ''] = sourceOf(path).split(declaration);
  return [...(union.split(';')[0] ?? '').matchAll(/'([^']+)'/g)].map(([, member = '']) => member);
}

/** Message ids that the code composes, with all possible values of their variable part. */
const PATTERNS: Readonly<Record<string, readonly string[]>> = {
  '`strip.unit.${unit}`': ['strip.unit.day', 'strip.unit.week', 'strip.unit.month', 'strip.unit.year'],
  '`strip.${side}`': ['strip.start', 'strip.end'],
  '`window.${side}`': ['window.from', 'window.to'],
  '`window.reversed.${side}`': ['window.reversed.from', 'window.reversed.to'],
  '`${id}.loading`': PANELS.map(panel => `${panel}.loading`),
  '`panel.${panel}`': PANELS.map(panel => `panel.${panel}`),
  '`timeline.${act}`': ['earlier', 'later', 'zoomOut', 'zoomIn'].map(act => `timeline.${act}`),
  '`timeline.laneSort.${sort}`': LANE_SORTS.map(sort => `timeline.laneSort.${sort}`),
  '`picture.date.${kind}`': ['day', 'days', 'period', 'between', 'doubtful'].map(kind => `picture.date.${kind}`),
  '`compare.filtersOf.${side}`': ['compare.filtersOf.a', 'compare.filtersOf.b'],
  '`compare.listed.${option}`': ['compare.listed.all', 'compare.listed.both', 'compare.listed.only'],
  '`compare.${side}`': ['compare.a', 'compare.b'],
  '`estimate.${id}`': ESTIMATED.map(id => `estimate.${id}`),
  '`compare.${id}`': ['compare.a', 'compare.b'],
  '`about.dates.${kind}`': ['between', 'day', 'days', 'doubtful', 'none', 'open', 'period'].map(
    kind => `about.dates.${kind}`,
  ),
  '`facets.order.${option}`': VALUE_ORDERS.map(order => `facets.order.${order}`),
  '`keys.${does}`': unionIn('panels/keys/KeyLists.tsx', 'const ANYWHERE =')
    .concat(unionIn('panels/keys/KeyLists.tsx', 'const ON_MARKS ='))
    .concat(unionIn('panels/keys/KeyLists.tsx', 'const ON_VALUES ='))
    .filter(word => /^[a-z]{3}/i.test(word) && !['Home', 'End'].includes(word))
    .map(does => `keys.${does}`),
  '`site.alternate.${type}`': ['markdown', 'atom', 'json', 'calendar'].map(type => `site.alternate.${type}`),
  '`sort.${option}`': SORTS.map(sort => `sort.${sort}`),
  '`matrix.more.${side}`': ['matrix.more.rows', 'matrix.more.columns'],
  '`print.more.${side}`': ['print.more.rows', 'print.more.columns'],
  '`matrix.fewer.${side}`': ['matrix.fewer.rows', 'matrix.fewer.columns'],
  '`details.${side}`': ['details.previous', 'details.next'],
  '`link.${kind}`': unionIn('url/link-problem.ts', 'kind:').map(kind => `link.${kind}`),
  '`notice.colour.${kind}`': unionIn('model/colour.ts', 'kind:').map(kind => `notice.colour.${kind}`),
  '`problem.${code}`': unionIn('model/problem.ts', 'type ProblemCode =').map(code => `problem.${code}`),
  '`own.role.${role}`': ROLES.map(role => `own.role.${role}`),
  '`own.changes.${kind}`': CHANGE_KINDS.map(kind => `own.changes.${kind}`),
  '`own.leftOut.${reason}`': unionIn('model/reading.ts', '  reason:').map(reason => `own.leftOut.${reason}`),
  '`own.repair.${kind}`': unionIn('model/reading.ts', 'type RepairKind =').map(kind => `own.repair.${kind}`),
  '`own.repair.${choice.dateOrder}`': ['own.repair.dmy', 'own.repair.mdy'],
  '`own.example.${name}`': ['republic', 'probes', 'arabic'].map(name => `own.example.${name}`),
  '`own.kept.${failed.why}`': unionIn('app/own/kept.ts', 'type ReadFailure =').map(why => `own.kept.${why}`),
  '`own.head.${head}`': ['column', 'example', 'readAs', 'found'].map(head => `own.head.${head}`),
  '`own.order.${option}`': ['own.order.dmy', 'own.order.mdy'],
  '`failure.${code}`': unionIn('model/problem.ts', 'type OpenFailureCode =').map(code => `failure.${code}`),
  '`date.season.${point.season}`': [21, 22, 23, 24].map(season => `date.season.${season}`),
  '`cite.form.${option}`': CITATION_FORMS.map(form => `cite.form.${form}`),
  '`take.${action.id}`': unionIn('app/share/take-along.ts', 'type ActionId =').map(id => `take.${id}`),
  '`take.row.${id}`': unionIn('app/share/take-along.ts', 'type GroupId =').map(id => `take.row.${id}`),
  '`export.column.${own}`': unionIn('exports/zip.ts', 'const EXPLAINED =').map(name => `export.column.${name}`),
  '`${id}.${side}`': ['date.oneOf', 'date.someTime', 'date.interval'].flatMap(id => [`${id}.from`, `${id}.until`]),
};

/** Returns the first argument of every call of `t` and `i18n._`. */
function firstArguments(source: string): string[] {
  return [...source.matchAll(/(?:\bt|\._)\(/g)].map(({ 0: call, index }) => {
    const from = index + call.length;
    let depth = 0;
    for (let at = from; at < source.length; at += 1) {
      const char = source.charAt(at);
      if ('([{'.includes(char)) depth += 1;
      if (depth === 0 && ',)'.includes(char)) return source.slice(from, at);
      if (')]}'.includes(char)) depth -= 1;
    }
    return '';
  });
}

function patternsIn(source: string): string[] {
  return firstArguments(source).flatMap(argument => argument.match(/`[^`]*`/g) ?? []);
}

function literalsIn(source: string): string[] {
  return firstArguments(source)
    .map(argument => argument.replace(/`[^`]*`/g, '').replace(/[!=]==\s*'[^']*'/g, ''))
    .flatMap(argument => [...argument.matchAll(/'([^']+)'/g)].map(([, id = '']) => id));
}

function idsIn(source: string): string[] {
  return [...literalsIn(source), ...patternsIn(source).flatMap(pattern => PATTERNS[pattern] ?? [])];
}

/** Returns the files that load, at once or lazily, without waiting for the later messages. */
function filesLoadedWithoutLater(file: string, found = new Set<string>()): Set<string> {
  if (found.has(file)) return found;
  found.add(file);
  const early = sourceOf(file)
    .replace(/\bimport type [^;]*;/g, '')
    .replace(/\blazyWithMessages\((?:async )?\(\) =>[^;]*;/g, '');
  for (const [, path = ''] of early.matchAll(/(?:\bfrom |\bimport\(|\bimport )'(\.[^']+)'/g)) {
    const target = join(dirname(file), path);
    const source = ['', '.ts', '.tsx']
      .map(ending => target + ending)
      .find(name => /\.tsx?$/.test(name) && isFile(name));
    if (source) filesLoadedWithoutLater(source, found);
  }
  return found;
}

const patterns = [...new Set(sources.flatMap(patternsIn))];
const literals = sources.flatMap(literalsIn);
const used = [...new Set([...literals, ...Object.values(PATTERNS).flat()])].sort();

/** Returns the placeholder names of a compiled message. */
function placeholdersOf(message: unknown): string[] {
  if (!Array.isArray(message)) return [];
  return message.flatMap(token => {
    if (!Array.isArray(token)) return [];
    const [name, , choices] = token;
    const inside = typeof choices === 'object' && choices !== null ? Object.values(choices) : [];
    return [String(name), ...inside.flatMap(placeholdersOf)];
  });
}

function wantedBy(message: unknown): string {
  return [...new Set(placeholdersOf(message))].sort().join(' ');
}

describe('the French messages', () => {
  // A line break there would part a word from its mark.
  it('have no ordinary space inside « » and before : ; ? !', () => {
    const texts = [...sourceOf('locales/fr.po').split('\n'), ...sourceOf('locales/later.fr.po').split('\n')];
    expect(texts.filter(line => line.startsWith('msgstr') && /« | [»:;?!]/.test(line))).toEqual([]);
  });
});

describe('the catalogues', () => {
  it('are asked only in ways that this test knows', () => {
    expect(patterns.sort()).toEqual(Object.keys(PATTERNS).sort());
    expect(literals.length).toBeGreaterThan(80);
  });

  it.each(CATALOGUES)('have every message that is used and none that is not: %s', (_language, messages) => {
    expect(Object.keys(messages).sort()).toEqual(used);
  });

  it('want the same values in every language', () => {
    const wants = CATALOGUES.map(([, messages]) =>
      Object.fromEntries(Object.entries(messages).map(([id, message]) => [id, wantedBy(message)])),
    );
    expect(wants.length).toBeGreaterThan(1);
    for (const other of wants) expect(other).toEqual(wants[0]);
  });

  it.each(CATALOGUES)('say each message once, and none is empty: %s', language => {
    const texts = [sourceOf(`locales/${language}.po`), sourceOf(`locales/later.${language}.po`)];
    const ids = texts.flatMap(text => [...text.matchAll(/^msgid "(.+)"$/gm)].map(([, id]) => id));
    expect(ids).toHaveLength(new Set(ids).size);
    for (const text of texts) expect(text.match(/^msgstr ""$/gm)).toHaveLength(1);
  });

  it('have the messages of code that loads without the later ones in the first file', () => {
    const first = new Set(Object.keys(messagesOf('en')));
    const early = filesLoadedWithoutLater('main.tsx');
    expect(early.has('app/Explorer.tsx')).toBe(true);
    const missing = [...early].flatMap(file =>
      idsIn(sourceOf(file))
        .filter(id => !first.has(id))
        .map(id => `${file}: ${id}`),
    );
    expect(missing).toEqual([]);
  });

  it('have no message in the first file that only later code uses', () => {
    const early = [...filesLoadedWithoutLater('main.tsx')].flatMap(file => idsIn(sourceOf(file)));
    expect(Object.keys(messagesOf('en')).filter(id => !early.includes(id))).toEqual([]);
  });

  it.each(CATALOGUES)('make whole sentences of their messages: %s', async (language, messages) => {
    const i18n = await activateLanguage(language);
    for (const id of used) {
      const names = placeholdersOf(messages[id]);
      for (const amount of [0, 1, 2, 3, 10]) {
        const text = i18n._(id, Object.fromEntries(names.map(name => [name, amount])));
        expect(text, id).not.toMatch(/[⟨⟩{}]|undefined|NaN/);
        expect(text.trim(), id).not.toBe('');
      }
    }
  });

  it('say an id that they do not have as such', async () => {
    const i18n = await activateLanguage('en');
    expect(i18n._('no.such.message')).toBe('⟨no.such.message⟩');
  });
});

const CHOICES: readonly [string[], Language][] = [
  [['fr'], 'fr'],
  [['fr-BE', 'en'], 'fr'],
  [['FR-ca'], 'fr'],
  [['tlh', 'fr', 'en'], 'fr'],
  [['tlh'], 'en'],
  [['constructor', ''], 'en'],
  [[], 'en'],
];

describe('chooseLanguage', () => {
  it.each(CHOICES)('takes for %j the catalogue %s', (wanted, language) => {
    expect(chooseLanguage(wanted)).toBe(language);
  });
});
