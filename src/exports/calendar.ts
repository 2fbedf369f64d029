import { placeText } from '../i18n/place-text';
import { hasCertainDays } from '../lib/certain-days';
import { dateOf } from '../lib/day';
import { getOwn } from '../lib/get-own';
import { withoutControls } from '../lib/without-controls';
import type { Activity } from '../model/dataset';
import { aboutLines } from './about-lines';
import type { AnswerForm, AnswerToWrite } from './answer-form';

const LINE_BYTES = 75;
const encoder = new TextEncoder();

/** Writes an iCalendar file (RFC 5545) with an all-day event for each activity whose days are certain. */
export const calendarForm: AnswerForm = {
  id: 'calendar',
  extension: '.ics',
  mediaType: 'text/calendar;charset=utf-8',
  async *write(answer) {
    const events: string[] = [];
    let leftOut = 0;
    for await (const batch of answer.activities) {
      let lines = '';
      for (const activity of batch) {
        const event = eventOf(activity, answer);
        if (event === null) leftOut += 1;
        else lines += event;
      }
      events.push(lines);
    }
    yield calendarHead(answer, leftOut);
    yield* events;
    yield 'END:VCALENDAR\r\n';
    return { activities: leftOut, cutTexts: 0 };
  },
};

function calendarHead({ head, about, tools }: AnswerToWrite, leftOut: number): string {
  const { t, words } = tools;
  const facts = aboutLines({ head, about, tools }).map(([label, text]) => `${label}: ${text}`);
  if (leftOut > 0) facts.push(t('export.leftOut', { n: leftOut }));
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Chronofacet//Chronofacet//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    line(
      'X-WR-CALNAME',
      about.filters.length > 0 ? `${words(head.title)}: ${about.filters.join('; ')}` : words(head.title),
    ),
    line('X-WR-CALDESC', facts.join('\n')),
    'REFRESH-INTERVAL;VALUE=DURATION:P1W',
    'X-PUBLISHED-TTL:P1W',
  ]
    .map(text => `${text}\r\n`)
    .join('');
}

/** Returns the event of an activity, or null if its days are uncertain or too far for a calendar. */
function eventOf(activity: Activity, { head, tools }: AnswerToWrite): string | null {
  const { earliest, latest } = activity;
  if (!hasCertainDays(activity.date)) return null;
  const [start, end] = [basicDay(earliest), basicDay(latest + 1)];
  if (start === null || end === null) return null;
  const { words } = tools;
  const labels = head.facets.flatMap(({ id, values }) => {
    const tagged = new Set(getOwn(activity.tags, id));
    return values.filter(value => tagged.has(value.id)).map(({ label }) => words(label));
  });
  const [link] = activity.links ?? [];
  const coordinates = activity.place?.coordinates;
  return [
    'BEGIN:VEVENT',
    line('UID', `${activity.id}@${head.id}.chronofacet`, true),
    `DTSTAMP:${stamp(head.updated)}`,
    `DTSTART;VALUE=DATE:${start}`,
    `DTEND;VALUE=DATE:${end}`,
    line('SUMMARY', words(activity.title)),
    ...(activity.summary ? [line('DESCRIPTION', words(activity.summary))] : []),
    ...(activity.place ? [line('LOCATION', placeText(tools, activity.place))] : []),
    ...(coordinates ? [`GEO:${coordinates[1]};${coordinates[0]}`] : []),
    ...(labels.length > 0 ? [folded(`CATEGORIES:${labels.map(escaped).join(',')}`)] : []),
    ...(link ? [line('URL', link.url, true)] : []),
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ]
    .map(text => `${text}\r\n`)
    .join('');
}

/** Writes a day as `20180619`. Returns null for years outside 1 to 9999. */
function basicDay(day: number): string | null {
  const { year, month, day: ofMonth } = dateOf(day);
  if (year < 1 || year > 9999) return null;
  return `${String(year).padStart(4, '0')}${String(month).padStart(2, '0')}${String(ofMonth).padStart(2, '0')}`;
}

/** The day of the dataset's version instead of today, so that the same dataset always gives the same bytes. */
function stamp(updated: string | undefined): string {
  const day = /^\d{4}-\d{2}-\d{2}$/.exec(updated ?? '')?.[0] ?? '1970-01-01';
  return `${day.replaceAll('-', '')}T000000Z`;
}

function line(name: string, value: string, isPlain = false): string {
  return folded(`${name}:${isPlain ? oneLine(value) : escaped(value)}`);
}

function escaped(text: string): string {
  return withoutControls(text)
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\r\n|\r|\n/g, '\\n');
}

function oneLine(text: string): string {
  return withoutControls(text).replace(/[\r\n]+/g, ' ');
}

/** Folds a line after at most 75 octets, between characters. Continuation lines begin with a space. */
function folded(text: string): string {
  const lines: string[] = [];
  let current = '';
  let bytes = 0;
  for (const char of text) {
    const size = encoder.encode(char).length;
    if (bytes + size > LINE_BYTES) {
      lines.push(current);
      current = ' ';
      bytes = 1;
    }
    current += char;
    bytes += size;
  }
  return [...lines, current].join('\r\n');
}
