import type { CellValue, WriteSheet } from 'hucre/xlsx';
import { MS_PER_DAY, parseIsoSpan } from '../lib/day';
import { getOwn } from '../lib/get-own';
import { aboutLines } from './about-lines';
import type { AnswerForm, AnswerToWrite } from './answer-form';
import { type Column, tableColumns } from './table';

const MAX_CELL = 32_767;

/** Excel allows 1,048,576 rows, but the workbook is made in memory, which would not suffice. */
const MAX_ROWS = 200_000;

/** Programs count earlier days differently, because Excel treats 1900 as a leap year. */
const FIRST_DATE = '1900-03-01';

const DAY_FORMAT = 'yyyy-mm-dd';

const WIDTHS: Readonly<Record<string, number>> = { id: 24, title: 60, summary: 60, link: 30 };

/** Writes a workbook with the sheets `Activities`, one row for each activity, and `About`. */
export const xlsxForm: AnswerForm = {
  id: 'xlsx',
  extension: '.xlsx',
  mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  max: MAX_ROWS,
  async *write(answer) {
    const { writeXlsx } = await import('hucre/xlsx');
    const columns = tableColumns(answer);
    const rows: CellValue[][] = [columns.map(({ name }) => name)];
    let cutTexts = 0;
    for await (const batch of answer.activities) {
      for (const activity of batch) {
        rows.push(
          columns.map(({ kind, cell }) => {
            const text = cell(activity);
            if (text.length > MAX_CELL) cutTexts += 1;
            return cellValue(kind, text);
          }),
        );
      }
    }
    const bytes = await writeXlsx({
      sheets: [activitiesSheet(columns, rows), aboutSheet(answer, cutTexts)],
      stringMode: 'inline',
      properties: { created: instantOf(answer.about.taken), modified: instantOf(answer.about.taken) },
    });
    yield bytes as Uint8Array<ArrayBuffer>;
    return { activities: 0, cutTexts };
  },
};

function cellValue(kind: Column['kind'], text: string): CellValue {
  if (text === '') return null;
  if (kind === 'number') return Number(text);
  if (kind === 'day' && isWholeDay(text)) return instantOf(text);
  return validXml(text).slice(0, MAX_CELL);
}

function isWholeDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && text >= FIRST_DATE;
}

function instantOf(isoDay: string): Date {
  return new Date((parseIsoSpan(isoDay)?.earliest ?? 0) * MS_PER_DAY);
}

/** Makes a text valid in XML 1.0: without control characters, and without lone surrogates. */
function validXml(text: string): string {
  return text.toWellFormed().replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '');
}

function activitiesSheet(columns: readonly Column[], rows: CellValue[][]): WriteSheet {
  return {
    name: 'Activities',
    columns: columns.map(({ name, kind }) => ({
      width: getOwn(WIDTHS, name) ?? (kind === 'text' ? 20 : 12),
      ...(kind === 'day' && { numFmt: DAY_FORMAT }),
    })),
    rows,
    freezePane: { rows: 1 },
    autoFilter: { range: `A1:${columnName(columns.length)}${rows.length}` },
  };
}

function aboutSheet({ head, about, tools }: AnswerToWrite, cutTexts: number): WriteSheet {
  const lines = aboutLines({ head, about, tools });
  if (cutTexts > 0) lines.push([tools.t('export.cut'), tools.t('export.cutCells', { n: cutTexts, max: MAX_CELL })]);
  return {
    name: 'About',
    columns: [{ width: 26 }, { width: 100 }],
    rows: lines.map(([label, text]) => [validXml(label), validXml(text).slice(0, MAX_CELL)]),
  };
}

/** Returns the letters of the column with a number from 1: `A`, `Z`, `AA`. */
function columnName(number: number): string {
  const letter = String.fromCharCode(65 + ((number - 1) % 26));
  return number > 26 ? columnName(Math.floor((number - 1) / 26)) + letter : letter;
}
