import type { Activity, Image, Place, Text } from '../../model/dataset';
import { notesOf } from '../../model/notes';
import type { RowText, StoredRow } from '../../model/records';
import { spanText } from '../../model/span-text';
import { Fields, isRaw, type Raw, withOthers } from '../document/fields';
import { type ImageAt, type Known, knownOf } from '../document/known';
import { parseJson } from '../document/parse-json';
import { ACTIVITY_FIELDS, type Details, readCoordinates, readDetails } from '../document/read-activity';
import { Report } from '../document/report';
import { type Columns, type Ids, idAt, tagsAt } from './columns';
import type { TextField } from './layout';
import { decodeText, fieldAt, type OnDamage, type TextChunk } from './text-chunk';

/** Decodes activities. `chunk` must be the chunk that contains the text of the position. */
export interface ActivityDecoder {
  /** Returns the parts of the activity that lists and marks need. Two or three times as fast as `activity`. */
  row(chunk: TextChunk, position: number): StoredRow;
  text(chunk: TextChunk, position: number, field: RowText): Text | undefined;
  activity(chunk: TextChunk, position: number): Activity;
}

/**
 * Creates a decoder. If the text of an activity is lost, its title is its id, and its date is derived from its days.
 */
export function createActivityDecoder(
  columns: Columns,
  ids: Ids,
  onDamage: OnDamage = () => {},
  imageAt?: ImageAt,
): ActivityDecoder {
  const known = knownOf(columns.head, imageAt);

  function textAt(chunk: TextChunk, position: number, field: TextField): Text | undefined {
    const code = fieldAt(chunk, position, field, onDamage);
    const text = decodeText(code);
    if (text === undefined && code !== '') onDamage(position);
    return text;
  }

  function placeAt(chunk: TextChunk, position: number): Place | undefined {
    const name = textAt(chunk, position, 'place');
    const country = fieldAt(chunk, position, 'country', onDamage);
    if (name === undefined) return undefined;
    const coordinates = coordinatesIn(fieldAt(chunk, position, 'rest', onDamage));
    return { name, ...(/^[A-Z]{2}$/.test(country) && { country }), ...(coordinates && { coordinates }) };
  }

  function restAt(chunk: TextChunk, position: number): Raw {
    const json = fieldAt(chunk, position, 'rest', onDamage);
    const rest = json === '' ? {} : parseJson(json);
    if (isRaw(rest)) return rest;
    onDamage(position);
    return {};
  }

  function row(chunk: TextChunk, position: number): StoredRow {
    const place = placeAt(chunk, position);
    const short = textAt(chunk, position, 'short');
    const summary = textAt(chunk, position, 'summary');
    const id = idAt(ids, position);
    const { notes, image } = shownIn(fieldAt(chunk, position, 'rest', onDamage), known);
    const span = { earliest: columns.earliest[position] ?? 0, latest: columns.latest[position] ?? 0 };
    return {
      id,
      date: fieldAt(chunk, position, 'date', onDamage) || spanText(span),
      ...span,
      title: textAt(chunk, position, 'title') ?? id,
      ...(short !== undefined && { short }),
      ...(summary !== undefined && { summary }),
      tags: tagsAt(columns, position),
      ...(place && { place }),
      ...(image && { image }),
      ...(notes.length > 0 && { notes }),
    };
  }
  return {
    row,
    text: textAt,
    activity(chunk, position) {
      const { notes: _, ...shown } = row(chunk, position);
      const rest = restAt(chunk, position);
      const others = new Fields(rest, '', new Report(0)).unknown(ACTIVITY_FIELDS);
      return withOthers({ ...shown, ...detailsOf(rest, shown.place, known) }, others);
    },
  };
}

/** Parses the JSON of the field `rest` only if it contains coordinates, because most activities have none. */
function coordinatesIn(rest: string): Place['coordinates'] {
  if (!rest.includes('"coordinates"')) return undefined;
  const whole = parseJson(rest);
  if (!isRaw(whole) || !isRaw(whole.place)) return undefined;
  return readCoordinates(new Fields(whole.place, '', new Report(0)));
}

/** Parses the JSON of the field `rest` only if it contains notes or an image, because most activities have none. */
function shownIn(rest: string, known: Known): { notes: readonly Text[]; image?: Image | undefined } {
  const whole = /"(?:dateNote|note|values|image)"/.test(rest) ? parseJson(rest) : undefined;
  if (!isRaw(whole)) return { notes: [] };
  const details = detailsOf(whole, undefined, known);
  return { notes: notesOf(details), image: details.image };
}

/** Checks the field `rest` like a document, because a packed file may contain any JSON. */
function detailsOf(rest: Raw, place: Place | undefined, known: Known): Details {
  const report = new Report(0);
  return readDetails(new Fields({ ...rest, place: wholePlace(place, rest) }, '', report), known, report);
}

function wholePlace(place: Place | undefined, rest: Raw): Raw | undefined {
  return place && { ...(isRaw(rest.place) && rest.place), ...place };
}
