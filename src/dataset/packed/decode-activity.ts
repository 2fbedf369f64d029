import type { ActivityRow } from '../../model/answer';
import type { Activity, Place, Text } from '../../model/dataset';
import type { RowText } from '../../model/records';
import { Fields, isRaw, type Raw } from '../fields';
import { type Details, readCoordinates, readDetails } from '../read-activity';
import { Report } from '../report';
import { type Columns, type Ids, idAt, tagsAt } from './columns';
import { decodeText, fieldAt, parseJson, type TextChunk } from './text-chunk';

/** Reads what is at a position, given the chunk that has its text. */
export interface ActivityDecoder {
  /** As lists and marks show it: two or three times as fast as the whole. */
  row(chunk: TextChunk, position: number): ActivityRow;
  text(chunk: TextChunk, position: number, field: RowText): Text | undefined;
  activity(chunk: TextChunk, position: number): Activity;
}

export function createActivityDecoder(columns: Columns, ids: Ids): ActivityDecoder {
  const sources = new Set(columns.head.sources.map(source => source.id));
  function row(chunk: TextChunk, position: number): ActivityRow {
    const place = placeAt(chunk, position);
    const short = decodeText(fieldAt(chunk, position, 'short'));
    const summary = decodeText(fieldAt(chunk, position, 'summary'));
    return {
      id: idAt(ids, position),
      date: fieldAt(chunk, position, 'date'),
      earliest: columns.earliest[position] ?? 0,
      latest: columns.latest[position] ?? 0,
      title: decodeText(fieldAt(chunk, position, 'title')) ?? '',
      ...(short !== undefined && { short }),
      ...(summary !== undefined && { summary }),
      tags: tagsAt(columns, position),
      ...(place && { place }),
    };
  }
  return {
    row,
    text: (chunk, position, field) => decodeText(fieldAt(chunk, position, field)),
    activity(chunk, position) {
      const known = row(chunk, position);
      return { ...known, ...detailsOf(fieldAt(chunk, position, 'rest'), known.place, sources) };
    },
  };
}

function placeAt(chunk: TextChunk, position: number): Place | undefined {
  const name = decodeText(fieldAt(chunk, position, 'place'));
  const country = fieldAt(chunk, position, 'country');
  if (name === undefined) return undefined;
  const coordinates = coordinatesIn(fieldAt(chunk, position, 'rest'));
  return { name, ...(/^[A-Z]{2}$/.test(country) && { country }), ...(coordinates && { coordinates }) };
}

/** Most rows have none, and their rest is not parsed. */
function coordinatesIn(rest: string): Place['coordinates'] {
  if (!rest.includes('"coordinates"')) return undefined;
  const whole = parseJson(rest);
  if (!isRaw(whole) || !isRaw(whole.place)) return undefined;
  return readCoordinates(new Fields(whole.place, '', new Report(0)));
}

/** What is written as JSON is as foreign as any JSON, so the reader of such has its say; it lists no problems here. */
function detailsOf(json: string, place: Place | undefined, sources: ReadonlySet<string>): Details {
  const rest = json === '' ? undefined : parseJson(json);
  if (!isRaw(rest)) return {};
  const report = new Report(0);
  return readDetails(new Fields({ ...rest, place: wholePlace(place, rest) }, '', report), sources, report);
}

function wholePlace(place: Place | undefined, rest: Raw): Raw | undefined {
  return place && { ...(isRaw(rest.place) && rest.place), ...place };
}
