import type { ExportForm, ImportForm } from './form';
import { jsonExport } from './json/export';
import { jsonImport } from './json/import';
import { ndjsonExport } from './ndjson/export';
import { ndjsonImport } from './ndjson/import';
import { packedExport } from './packed/export';
import { packedImport } from './packed/import';

/** The forms in which a dataset is opened, in the order in which a file is tried. */
export const IMPORT_FORMS: readonly ImportForm[] = [packedImport, ndjsonImport, jsonImport];

/** The forms in which a dataset is written. */
export const EXPORT_FORMS: readonly ExportForm[] = [jsonExport, ndjsonExport, packedExport];

/** The form that a file's name ends in, if there is one. */
export function exportFormOf(file: string, forms: readonly ExportForm[] = EXPORT_FORMS): ExportForm | undefined {
  return forms.find(({ extension }) => file.endsWith(extension));
}
