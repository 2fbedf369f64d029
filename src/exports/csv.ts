import { csvLine, disarmed } from '../formats/csv/cells';
import type { Activity } from '../model/dataset';
import { type AnswerForm, NO_OMISSIONS } from './answer-form';
import { type Column, tableColumns } from './table';

/** Without a byte order mark, spreadsheet programs read a file in the code page of the computer. */
const BYTE_ORDER_MARK = '\ufeff';

/**
 * Writes a table as CSV: a line with the names of columns, then a line for each activity. The file has a byte order
 * mark and CRLF line ends.
 */
export const csvForm: AnswerForm = {
  id: 'csv',
  extension: '.csv',
  mediaType: 'text/csv;charset=utf-8',
  async *write(answer) {
    const columns = tableColumns(answer);
    yield BYTE_ORDER_MARK + csvLine(columns.map(({ name }) => name));
    for await (const batch of answer.activities) {
      let lines = '';
      for (const activity of batch) lines += csvLine(columns.map(column => cellText(column, activity)));
      yield lines;
    }
    return NO_OMISSIONS;
  },
};

const NUMBER = /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/;

/**
 * Returns the text of a cell. `disarmed` puts an apostrophe before a text that spreadsheets would run as a formula.
 * Numbers such as `-5` get no apostrophe, because programs could not read them as numbers then.
 */
function cellText({ kind, cell }: Column, activity: Activity): string {
  const text = cell(activity);
  return kind === 'number' && NUMBER.test(text) ? text : disarmed(text);
}
