import { type DatePart, edtfOf, two } from './date-parts';
import { isWeekday, monthOf, seasonOf } from './date-words';
import { isoYear } from './day';
import { parseEdtf } from './edtf';
import { eraAtEnd } from './eras';

const ABOUT =
  /^(?:~|circa|cca\.?|ca\.?|c\.|c(?= ?\d)|about|approx\.?|approximately|around|um|gegen|etwa|vers|env\.|environ|hacia|verso|intorno al|omstreeks|rond|około|ok\.|por volta de|cerca de|alrededor de)\s*/i;
const PERHAPS = /^(?:\?|probably|possibly|perhaps|prob\.|vermutlich|wohl|probablement|peut-être|probablemente)\s*/i;
const PART =
  /^(?:(?:the )?(?:very )?(?:early|mid|middle of|late|beginning of|end of|first half of|second half of)|anfang|mitte|ende|début|milieu|fin|(?:a )?(?:principios|comienzos|mediados|finales|fines)|inizio|metà|fine|início|meados|fins|final|begin|midden|eind|początek|połowa|koniec)[\s-]+(?:the |des |del |du |de |d['’]|de la |de l['’])?/i;
const CLOCK =
  /[\st,]+(\d{1,2})[:h](\d\d)(?::(\d\d)(?:[.,]\d+)?)? ?([ap]\.?m\.?)?(?: ?(z|utc|gmt))?(?: ?([+-]\d\d):?(\d\d)?)?(?: \([^)]*\))?(?=$| \d{4}$)/i;

/** A clock time with a word for the hour behind it: `14.30 Uhr`, `14h`, `2 pm`. */
const WORDED_CLOCK = /([\s,]+)(\d{1,2})(?:[:.h](\d\d))? ?(?:uhr|uur|hrs\.?|h|([ap]\.?m\.?))$/i;
const CLOCK_AFTER = /([\s,]+)(?:at|um|à|a las|alle|às|om) (?=\d{1,2}(?:[:h]\d\d|$))/i;
const CLOCK_RANGE = /([\s,]+)(\d{1,2})[:.h](\d\d)( ?[-–—] ?)(\d{1,2})[:.h](\d\d)(?: ?(?:uhr|uur|hrs\.?|h))?$/i;

/**
 * Writes the clock time at the end of a text as `14:30`. Of two times, as in `10:00–12:00`, only the first is kept, and
 * `isCut` is true. After a hyphen without spaces, a time that is not later is read as a distance from UTC, as in
 * `10:00-05:00`.
 */
function withPlainClock(text: string): { text: string; isCut: boolean } {
  const range = CLOCK_RANGE.exec(text);
  const [, space = '', hours = '', minutes = '', dash = '', endHours = '', endMinutes = ''] = range ?? [];
  const isLater = Number(endHours) * 60 + Number(endMinutes) > Number(hours) * 60 + Number(minutes);
  if (range && (isLater || dash !== '-')) {
    return { text: `${text.slice(0, range.index)}${space}${hours}:${minutes}`, isCut: true };
  }
  const plain = text
    .replace(
      WORDED_CLOCK,
      (_, gap: string, hour: string, minute = '00', half = '') => `${gap}${hour}:${minute} ${half}`,
    )
    .trim()
    .replace(CLOCK_AFTER, '$1');
  return { text: plain, isCut: false };
}

/** Returns all meanings of a date or of one side of a range. Returns an empty list if the text is not a date. */
export function datePartsOf(text: string): DatePart[] {
  const common: DatePart = {};
  let rest = text.trim();
  const strip = (pattern: RegExp, found: DatePart) => {
    if (!pattern.test(rest)) return;
    rest = rest.replace(pattern, '').trim();
    Object.assign(common, found);
  };
  const inBrackets = /^\[([^[\]]*)\]$|^\(([^()]*)\)$/.exec(rest);
  if (inBrackets) {
    rest = (inBrackets[1] ?? inBrackets[2] ?? '').trim();
    common.isUncertain = true;
  }
  strip(/\s*\(?\?\)?$/, { isUncertain: true });
  strip(PERHAPS, { isUncertain: true });
  strip(ABOUT, { isApproximate: true });
  strip(/[\s,]*\(?(?:circa|ca\.?|~)\)?$/i, { isApproximate: true });
  if (inBrackets && common.isApproximate) common.isUncertain = false;
  strip(PART, { note: 'part' });
  const plain = withPlainClock(rest);
  rest = plain.text;
  if (plain.isCut) common.note = 'part';
  const clock = CLOCK.exec(rest);
  const time = clock && clockText(clock);
  if (clock && time !== null) {
    rest = (rest.slice(0, clock.index) + rest.slice(clock.index + clock[0].length)).trim();
  }
  const ended = eraAtEnd(rest);
  if (ended) {
    common.era = ended.era;
    rest = ended.rest;
  } else strip(/^(?:a\.?d\.?|anno domini)\s+/i, { era: 'ad' });
  const parts = coreParts(rest, common.era).map(part => ({ ...common, ...part }));
  if (!clock || time === null) return parts;
  const isMidnight = /^T00:00(:00)?/.test(time);
  return parts
    .filter(({ day }) => day !== undefined)
    .flatMap(part => (isMidnight ? [part] : []).concat({ ...part, time }));
}

/** Returns a clock time as EDTF text, `T18:30` or `T18:30:15+02:00`. Returns null for an impossible clock time. */
function clockText([, hours, minutes, seconds, half, utc, offset, offsetMinutes]: RegExpExecArray): string | null {
  const isAfternoon = half?.toLowerCase().startsWith('p');
  const hour = half ? (Number(hours) % 12) + (isAfternoon ? 12 : 0) : Number(hours);
  if (half && (Number(hours) < 1 || Number(hours) > 12)) return null;
  const zone = offset === undefined ? (utc ? 'Z' : '') : `${offset}:${offsetMinutes ?? '00'}`;
  const time = `T${two(hour)}:${minutes}${seconds === undefined ? '' : `:${seconds}`}${zone}`;
  return parseEdtf(`2000-01-01${time}`).kind === 'problem' ? null : time;
}

function coreParts(text: string, era: DatePart['era']): DatePart[] {
  const core = text.replace(/[\s,]+$/, '');
  const number = /^\d{1,4}$/.test(core) ? Number(core) : undefined;
  if (number !== undefined) {
    const isYear = core.length > 2 || era !== undefined;
    return [isYear ? { year: number } : { bare: { value: number, digits: core.length } }];
  }
  const far = /^(-\d{3,6}|\d{5,6})$/.exec(core);
  if (far && (core.startsWith('-') || era !== undefined)) return [{ year: Number(core) }];
  const parts = [...periodParts(core, era), ...numericParts(core), ...wordedParts(core, era)];
  if (parts.length > 0 || era !== undefined) return parts;
  const date = parseEdtf(core);
  return date.kind === 'point' ? [{ edtf: core }] : [];
}

const DECADE =
  /^(?:(?:années|anni|jaren|anos|años|década de(?: los)?|the) )?(\d{2,3})0(?: ?['’]?s|er(?:[ -]jahre)?)?$/i;
const CENTURY =
  /^(?:(\d{1,2})(?:st|nd|rd|th|\.|e|er|ère|ème|º|o)?|([ivx]+)(?:er|e)?)\.? ?-?(?:century|centuries|cent\.?|c\.|jahrhundert|jh\.?|siècle|s\.|secolo|sec\.|eeuw|wiek|w\.)$/i;
const CENTURY_FIRST = /^(?:siglo|s\.|século|séc\.|secolo|sec\.|siècle) (?:([ivx]+)|(\d{1,2}))$/i;
const QUARTER = /^(?:q|t|k)([1-4])[ /-]*(\d{4})$|^(\d{4})[ /-]*(?:q|t|k)([1-4])$|^([1-4])(?:q|t|k)[ /-]*(\d{4})$/i;
const QUARTER_WORD =
  /^([1-4]|iv|i{1,3})(?:st|nd|rd|th|\.|er|re|e|ème|º|°)? ?(?:quarter|quartal|trimestre|kwartaal|kwartał)(?: of| de| del)? (\d{4})$/i;

function periodParts(core: string, era: DatePart['era']): DatePart[] {
  const decade = DECADE.exec(core);
  if (decade && !/^\d+$/.test(core)) return decadeParts(Number(decade[1]), era);
  const century = CENTURY.exec(core);
  const [digits, letters] = century ? [century[1], century[2]] : (CENTURY_FIRST.exec(core)?.slice(1).reverse() ?? []);
  const ordinal = digits === undefined ? romanNumber(letters ?? '') : Number(digits);
  if (ordinal > 0 && ordinal <= 99) return [{ edtf: `${era === 'bc' ? '-' : ''}${two(ordinal - 1)}XX` }];
  const alone = /^[qtk]([1-4])$/i.exec(core);
  if (alone) return [{ code: 32 + Number(alone[1]) }];
  const quarter = QUARTER.exec(core) ?? QUARTER_WORD.exec(core);
  if (!quarter) return [];
  const [year = '', part = ''] = quarter
    .slice(1)
    .filter(Boolean)
    .toSorted((a, b) => b.length - a.length);
  return [{ year: Number(year), code: 32 + (Number(part) || romanNumber(part)) }];
}

/**
 * Returns the meanings of a decade such as `1890s`, given the year without its last digit. `1900s` may mean ten years
 * or a hundred. EDTF has no form for a decade BC, so the result is `[year..year]`, which means some year between the
 * two.
 */
function decadeParts(tens: number, era: DatePart['era']): DatePart[] {
  if (era === 'bc') return [{ edtf: `[${isoYear(1 - (tens * 10 + 9))}..${isoYear(1 - tens * 10)}]` }];
  const decade = { edtf: `${String(tens).padStart(3, '0')}X` };
  return tens % 10 === 0 ? [decade, { edtf: `${two(tens / 10)}XX` }] : [decade];
}

function romanNumber(letters: string): number {
  const values = [...letters.toLowerCase()].map(letter => ({ i: 1, v: 5, x: 10 })[letter] ?? 0);
  return values.reduce((sum, value, i) => sum + (value < (values[i + 1] ?? 0) ? -value : value), 0);
}

const YEAR_FIRST = /^(\d{4})(?:[-./ ]|[年년] ?)(\d{1,2})(?:(?:[-./ ]|[月월] ?)(\d{1,2})\.?[日일]?|[月월])?\.?$/;
const YEAR_LAST = /^(\d{1,2})([-/ ]|\. ?)(\d{1,2})(?:[-/ ]|\. ?)(\d{4}|['’]?\d\d)\.?$/;
const MONTH_YEAR = /^(\d{1,2})[-./](\d{4})$/;
const COMPACT = /^(\d{4})(\d\d)(\d\d)$/;
/** Matches the first day of a range whose year is at its end: `19.06.` in `19.06.–20.06.2018`. */
const DAY_MONTH = /^(\d{1,2})\. ?(\d{1,2})\.?$/;

/** Parses dates of numbers only. Returns both orders of day and month if both exist. */
function numericParts(core: string): DatePart[] {
  const yearOnly = /^(\d{4})[年년]$/.exec(core);
  if (yearOnly) return [{ year: Number(yearOnly[1]) }];
  const first = YEAR_FIRST.exec(core) ?? COMPACT.exec(core);
  if (first) {
    const [, year, month, day] = first;
    return existing([{ year: Number(year), month: Number(month), ...(day !== undefined && { day: Number(day) }) }]);
  }
  const dayMonth = DAY_MONTH.exec(core);
  if (dayMonth) return [{ day: Number(dayMonth[1]), month: Number(dayMonth[2]) }];
  const monthYear = MONTH_YEAR.exec(core);
  if (monthYear) return existing([{ month: Number(monthYear[1]), year: Number(monthYear[2]) }]);
  const last = YEAR_LAST.exec(core);
  if (!last) return [];
  const [a, b] = [Number(last[1]), Number(last[3])];
  const written = (last[4] ?? '').replace(/\D/g, '');
  const years = written.length === 4 ? [Number(written)] : [2000, 1900].map(century => century + Number(written));
  const orders =
    a === b
      ? [{ day: a, month: b }]
      : [
          { day: a, month: b },
          { day: b, month: a },
        ];
  // Dots usually mean day before month, so only this order is returned if its date exists.
  const max = last[2]?.startsWith('.') ? 1 : 2;
  const found = years.flatMap(year => existing(orders.map(order => ({ ...order, year }))).slice(0, max));
  const note = years.length > 1 ? 'shortYear' : found.length > 1 ? 'dayOrMonth' : undefined;
  return found.map(part => (note === undefined ? part : { ...part, note }));
}

const FILLERS = new Set([
  'of',
  'de',
  'del',
  'di',
  'du',
  'den',
  'le',
  'the',
  'am',
  'im',
  'in',
  'on',
  'en',
  'el',
  'r',
  'roku',
]);

/** Parses dates with a named month or season, with or without a weekday. `mar.` may be a month or a weekday. */
function wordedParts(core: string, era: DatePart['era']): DatePart[] {
  const parts = namedParts(core, era);
  const [weekday = ''] = /^[^\d\s,]+/.exec(core) ?? [];
  return parts.length === 0 && isWeekday(weekday) ? namedParts(core.slice(weekday.length), era) : parts;
}

/** Parses dates with a named month or season, in any common order. One side of a range may have no year. */
function namedParts(core: string, era: DatePart['era']): DatePart[] {
  const words = core
    .replace(/[-/.,](?=\p{L})|(?<=\p{L})[-/.,]/gu, ' ')
    .split(/[\s,]+/)
    .filter(word => word !== '' && !FILLERS.has(word.toLowerCase()));
  const tokens = words.map(wordToken);
  if (tokens.some(token => token === undefined)) return [];
  // With an era, a year may have one or two digits.
  const kinds = tokens.map((token, i) =>
    era && i > 0 && i === tokens.length - 1 && token?.kind === 'number' ? 'year' : token?.kind,
  );
  const value = (i: number) => tokens[i]?.value ?? 0;
  switch (kinds.join(' ')) {
    case 'number month year':
      return [{ day: value(0), month: value(1), year: value(2) }];
    case 'month number year':
      return [{ month: value(0), day: value(1), year: value(2) }];
    case 'year month number':
      return [{ year: value(0), month: value(1), day: value(2) }];
    case 'month year':
      return [{ month: value(0), year: value(1) }];
    case 'year month':
      return [{ year: value(0), month: value(1) }];
    case 'number month number':
      return [2000, 1900].map(century => ({
        day: value(0),
        month: value(1),
        year: century + value(2),
        note: 'shortYear',
      }));
    case 'number month':
      return [{ day: value(0), month: value(1) }];
    case 'month number':
      return [{ month: value(0), day: value(1) }];
    case 'number year':
      return [{ day: value(0), year: value(1) }];
    case 'month':
      return [{ month: value(0) }];
    case 'season year':
      return [{ code: value(0), year: value(1) }];
    case 'year season':
      return [{ year: value(0), code: value(1) }];
    case 'season':
      return [{ code: value(0) }];
    case 'number':
      return [{ bare: { value: value(0), digits: 2 } }];
    default:
      return [];
  }
}

function wordToken(word: string): { kind: 'number' | 'year' | 'month' | 'season'; value: number } | undefined {
  const number = /^['’]?(\d{1,2})(?:st|nd|rd|th|er|re|ère|[oaeºª°])?\.?$/i.exec(word);
  if (number) return { kind: 'number', value: Number(number[1]) };
  if (/^\d{3,4}$/.test(word)) return { kind: 'year', value: Number(word) };
  const month = monthOf(word);
  if (month !== undefined) return { kind: 'month', value: month };
  const season = seasonOf(word);
  return season === undefined ? undefined : { kind: 'season', value: season };
}

function existing(parts: readonly DatePart[]): DatePart[] {
  return parts.filter(part => edtfOf(part) !== undefined);
}
