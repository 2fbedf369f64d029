import type { Sheet } from 'hucre/xlsx';
import { plainText } from '../../lib/plain-text';
import { partText } from './archive';

/** Matches the attributes that hide a sheet or a row in an OpenDocument spreadsheet. */
const HIDES = /table:display="false"|table:visibility="(?:collapse|filter)"/;

/** Returns the sheets of an OpenDocument spreadsheet, marked if they are hidden, and with their hidden rows. */
export async function withHidden(bytes: Uint8Array, sheets: readonly Sheet[]): Promise<Sheet[]> {
  const xml = await partText(bytes, 'content.xml');
  if (!HIDES.test(xml)) return [...sheets];
  const hidden = hiddenStyles(xml);
  const parts = new Map(xml.split(/<table:table(?=\s)/).map(part => [attribute(part, 'name'), part]));
  return sheets.map(sheet => {
    const part = parts.get(sheet.name) ?? '';
    const rows = hiddenRows(part, sheet.rows.length).map(row => [row, { hidden: true }] as const);
    return {
      ...sheet,
      hidden: hidden.has(attribute(part, 'style-name')),
      ...(rows.length > 0 && { rowDefs: new Map(rows) }),
    };
  });
}

function hiddenStyles(xml: string): Set<string> {
  const styles = xml.matchAll(/<style:style\b[^>]*?style:name="([^"]*)"[^>]*(?<!\/)>(.*?)<\/style:style>/gs);
  return new Set([...styles].flatMap(([, name = '', body = '']) => (HIDES.test(body) ? [name] : [])));
}

/** Returns the indexes of the hidden rows among the first `count` rows of a sheet. `xml` is the XML of the sheet. */
function hiddenRows(xml: string, count: number): number[] {
  const hidden: number[] = [];
  let row = 0;
  for (const [tag] of xml.matchAll(/<table:table-row\b[^>]*>/g)) {
    const end = Math.min(row + Number(attribute(tag, 'number-rows-repeated') || 1), count);
    if (HIDES.test(tag)) for (let at = row; at < end; at += 1) hidden.push(at);
    row = end;
    if (row >= count) break;
  }
  return hidden;
}

/** Returns an attribute of the first tag in a text, or '' if the tag lacks it. */
function attribute(xml: string, name: string): string {
  const tag = xml.slice(0, xml.indexOf('>') + 1);
  return plainText(new RegExp(`table:${name}="([^"]*)"`).exec(tag)?.[1] ?? '');
}
