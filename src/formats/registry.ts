import { brochureImport } from './brochure/import';
import { calendarImport } from './calendar/import';
import { csvImport } from './csv/import';
import type { ExportForm, ImportForm } from './form';
import { jsonExport } from './json/export';
import { jsonImport } from './json/import';
import { ndjsonExport } from './ndjson/export';
import { ndjsonImport } from './ndjson/import';
import { packedExport } from './packed/export';
import { packedImport } from './packed/import';
import { refusedImport } from './refused/import';
import { simileXmlImport } from './simile-xml/import';
import { workbookImport } from './workbook/import';

/** The forms in which a dataset can be opened, in the order in which a file is checked for them. */
export const IMPORT_FORMS: readonly ImportForm[] = [
  packedImport,
  workbookImport,
  calendarImport,
  refusedImport,
  ndjsonImport,
  jsonImport,
  simileXmlImport,
  brochureImport,
  csvImport,
];

export const EXPORT_FORMS: readonly ExportForm[] = [jsonExport, ndjsonExport, packedExport];

/** Returns the form for the extension of a file's name, or undefined if there is none. */
export function exportFormOf(file: string, forms: readonly ExportForm[] = EXPORT_FORMS): ExportForm | undefined {
  return forms.find(({ extension }) => file.endsWith(extension));
}
