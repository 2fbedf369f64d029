import { fetchText } from '../formats/explorer/fetch-text';
import { xmlText } from '../lib/xml';
import {
  dataElement,
  EMPTY_ELEMENTS,
  EMPTY_TITLE,
  ONE_FILE_TEMPLATE,
  type OneFileSettings,
  RECORD_ID,
  SETTINGS_ID,
} from '../model/one-file';

/** Escapes each `<` in JSON, so that no text can end the HTML element around the JSON. */
function inElement(json: string): string {
  return json.replaceAll('<', '\\u003c');
}

/**
 * Makes one HTML file with the explorer and a JSON dataset. The template is fetched from `folder`, the address of the
 * explorer.
 */
export async function oneFile(folder: string, title: string, settings: OneFileSettings, record: Blob): Promise<Blob> {
  const template = await fetchText(new URL(ONE_FILE_TEMPLATE, folder).href);
  return new Blob(oneFileParts(template, { title, settings, record: await record.text() }), { type: 'text/html' });
}

/**
 * Returns the parts of one HTML file: the template with a title, settings and the JSON text of a dataset. Throws if the
 * template lacks an empty element for one of these.
 */
export function oneFileParts(
  template: string,
  { title, settings, record }: { title: string; settings: OneFileSettings; record: string },
): string[] {
  const filled = [
    [EMPTY_TITLE, ONE_FILE_TEMPLATE, `<title>${xmlText(title)}</title>`],
    [EMPTY_ELEMENTS[0], dataElement(SETTINGS_ID, inElement(JSON.stringify(settings)))],
    [EMPTY_ELEMENTS[1], dataElement(RECORD_ID, inElement(record))],
  ] as const;
  const parts: string[] = [];
  let rest = template;
  for (const [empty = '', full] of filled) {
    const at = rest.indexOf(empty);
    if (at < 0) throw new Error(`the template lacks ${empty}`);
    parts.push(rest.slice(0, at), full);
    rest = rest.slice(at + empty.length);
  }
  return [...parts, rest];
}
