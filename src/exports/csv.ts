import { csvLine, disarmed } from '../formats/csv/cells';
import type { Activity } from '../model/dataset';
import { type AnswerForm, NO_OMISSIONS } from './answer-form';
import { type Column, tableColumns } from './table';

/** Without a byte order mark, spreadsheet programs read a file in the code page of the computer. */
const BYTE_ORDER_MARK = '\ufeff';

/** Writes a table as CSV with a byte order mark and CRLF line ends. */
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

/** Puts an apostrophe before a text that spreadsheets would run, except before numbers such as `-5`. */
function cellText({ kind, cell }: Column, activity: Activity): string {
  const text = cell(activity);
  return kind === 'number' && NUMBER.test(text) ? text : disarmed(text);
}
