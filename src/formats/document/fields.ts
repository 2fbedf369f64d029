import { parseIsoSpan } from '../../lib/day';
import { SLUG } from '../../lib/slug';
import type { Text } from '../../model/dataset';
import type { ProblemCode } from '../../model/problem';
import type { Report } from './report';

export type Raw = Readonly<Record<string, unknown>>;

export function isRaw(value: unknown): value is Raw {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Returns a text or a number as text, and '' for other values. */
export function scalarText(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

const LANGUAGE = /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;

/** Returns whether a value is a text that is kept as it is written: neither blank nor with a blank or wrong language. */
export function isText(value: unknown): value is Text {
  if (typeof value === 'string') return isFilledText(value);
  if (!isRaw(value)) return false;
  const languages = Object.keys(value);
  return languages.length > 0 && languages.every(language => isLanguageText(language, value[language]));
}

/** Returns whether a text has any character that is not white space. Most texts begin with such a character. */
function isFilledText(text: string): boolean {
  const first = text.charCodeAt(0);
  return (first > 0x20 && first < 0x7f) || text.trim() !== '';
}

function isLanguageText(language: string, text: unknown): text is string {
  return LANGUAGE.test(language) && typeof text === 'string' && isFilledText(text);
}

/** Returns whether a value is a longitude and a latitude, in degrees. */
export function areCoordinates(value: unknown): value is readonly [longitude: number, latitude: number] {
  if (!Array.isArray(value) || value.length !== 2) return false;
  const [lon, lat] = value as unknown[];
  return typeof lon === 'number' && typeof lat === 'number' && Math.abs(lon) <= 180 && Math.abs(lat) <= 90;
}

/** Reads the fields of a JSON object. Problems are reported with the paths of the fields. */
export class Fields {
  constructor(
    private readonly raw: Raw,
    private readonly path: string,
    private readonly report: Report,
    private readonly loss: 'record' | 'field' = 'record',
  ) {}

  at(key: string): string {
    return this.path === '' ? key : `${this.path}.${key}`;
  }

  value(key: string): unknown {
    const value = this.raw[key];
    return value !== undefined && Object.hasOwn(this.raw, key) ? value : undefined;
  }

  problem(key: string, code: ProblemCode, found = this.value(key), proposal?: string): undefined {
    this.report.add(this.at(key), code, 'field', found, proposal);
    return undefined;
  }

  lost(key: string, code: ProblemCode, found = this.value(key), proposal?: string): undefined {
    this.report.add(this.at(key), code, this.loss, found, proposal);
    return undefined;
  }

  slug(key: string): string | undefined {
    const value = this.value(key);
    if (value === undefined) return this.lost(key, 'missing');
    if (typeof value === 'string' && SLUG.test(value)) return value;
    return this.lost(key, 'notSlug', value, typeof value === 'string' ? slugOf(value) : undefined);
  }

  requiredText(key: string): Text | undefined {
    const value = this.value(key);
    return value === undefined ? this.lost(key, 'missing') : this.textAt(key, value, 'lost');
  }

  text(key: string): Text | undefined {
    const value = this.value(key);
    return value === undefined ? undefined : this.textAt(key, value, 'problem');
  }

  /** Returns the texts of a list. Other entries are reported and left out. */
  texts(key: string): Text[] {
    const texts = this.list(key).map((value, i) => this.textAt(`${key}[${i}]`, value, 'problem'));
    return texts.filter(text => text !== undefined);
  }

  private textAt(key: string, value: unknown, how: 'lost' | 'problem'): Text | undefined {
    if (typeof value === 'string') return isFilledText(value) ? value : this[how](key, 'blank', value);
    if (!isRaw(value)) return this[how](key, 'notText', value);
    const entries = Object.entries(value);
    const readable = entries.filter((entry): entry is [string, string] => isLanguageText(...entry));
    if (readable.length === 0) return this[how](key, 'notText', value);
    if (readable.length < entries.length) this.problem(key, 'notText', value);
    return Object.fromEntries(readable);
  }

  string(key: string): string | undefined {
    const value = this.value(key);
    if (value === undefined) return undefined;
    return typeof value === 'string' && value.trim() !== '' ? value : this.problem(key, 'notText');
  }

  strings(key: string): string[] {
    const value = this.value(key);
    if (!Array.isArray(value)) {
      const text = this.string(key);
      return text === undefined ? [] : [text];
    }
    const strings = value.filter(entry => typeof entry === 'string');
    if (strings.length < value.length) this.problem(key, 'notText');
    return strings;
  }

  day(key: string): string | undefined {
    const value = this.string(key);
    if (value === undefined) return undefined;
    return parseIsoSpan(value) ? value : this.problem(key, 'badDay');
  }

  url(key: string): string | undefined {
    const value = this.string(key);
    if (value === undefined) return undefined;
    return isWebAddress(value) ? value : this.problem(key, 'badUrl');
  }

  list(key: string): readonly unknown[] {
    const value = this.value(key);
    if (value === undefined) return [];
    if (Array.isArray(value)) return value;
    this.problem(key, 'notList');
    return [];
  }

  /** Returns the objects of a list. Other entries are reported and left out. */
  objects(key: string, loss: 'record' | 'field' = 'field'): Fields[] {
    const list = this.list(key);
    if (list.length === 0) return [];
    return list.flatMap((value, i) => {
      const path = `${this.at(key)}[${i}]`;
      if (isRaw(value)) return [new Fields(value, path, this.report, loss)];
      this.report.add(path, 'notObject', loss, value);
      return [];
    });
  }

  /** Reports and returns the fields that are not in `known`, for writing them again. Undefined if there are none. */
  unknown(known: readonly string[]): object | undefined {
    let others: Record<string, unknown> | undefined;
    for (const key of Object.keys(this.raw)) {
      if (known.includes(key)) continue;
      this.report.add(this.at(key), 'unknownField', 'note', this.raw[key]);
      others = { ...others, [key]: this.raw[key] };
    }
    return others;
  }
}

/** Adds unknown fields, as `Fields.unknown` returns them, to an object. They come after the object's own fields. */
export function withOthers<T extends object>(object: T, others: object | undefined): T {
  return others ? { ...others, ...object } : object;
}

/**
 * Matches most web addresses: a host of plain labels whose last one has only letters, without port, user or punycode.
 * Every match is an address, and matching takes a fraction of the time of `URL.canParse`.
 */
const PLAIN_ADDRESS = /^https?:\/\/((?:[a-z0-9]+(?:-[a-z0-9]+)*\.)+[a-z]+)(?:[/?#][!-~]*)?$/;

/** Returns the host of a plain web address, and undefined for other texts, some of which are web addresses too. */
export function plainHostOf(text: string): string | undefined {
  return PLAIN_ADDRESS.exec(text)?.[1];
}

/** Returns whether a text is an http or https address. The page makes links only of such addresses. */
export function isWebAddress(text: string): boolean {
  return PLAIN_ADDRESS.test(text) || (/^https?:\/\//i.test(text) && URL.canParse(text));
}

/** Returns a slug that resembles the text. Returns undefined if the text has no letter or digit for a slug. */
function slugOf(text: string): string | undefined {
  const slug = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return slug === '' ? undefined : slug;
}

export function compact<T extends object>(object: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  const kept: Record<string, unknown> = {};
  for (const key of Object.keys(object)) {
    const value = (object as Record<string, unknown>)[key];
    if (value !== undefined) kept[key] = value;
  }
  return kept as never;
}
