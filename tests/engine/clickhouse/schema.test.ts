import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formOfNumber, numberOfForm } from '../../../src/engine/clickhouse/date-forms';
import { createDistributed, createTables, rowsOf, storedHead } from '../../../src/engine/clickhouse/schema';
import { toRecords } from '../../../src/formats/document/to-records';
import { readDataset } from '../../../src/formats/json/read-dataset';
import { dateForm } from '../../../src/lib/date-form';
import { NONE_UNLISTED } from '../../../src/model/problem';
import { arbitraryDataset } from '../../fixtures/arbitrary-dataset';
import { sharpQuestions } from '../sharp-questions';

function recordsOf(document: unknown) {
  return toRecords(readDataset(JSON.stringify(document)).dataset);
}

const ABOUT = { version: 'v', parts: 1, problems: [], unlisted: NONE_UNLISTED };

describe('the tables of a dataset', () => {
  it('have a row for each activity, with its values, those above them, and its words', () => {
    const records = recordsOf(sharpQuestions()[0]?.document);
    const row = rowsOf(records, storedHead(records, ABOUT))(1);
    // Region: africa, west, mali, kenya, asia, nowhere. Theme: drugs, borders.
    expect(row).toMatchObject({
      columns: {
        n: 1,
        start: 17_600,
        finish: 17_600,
        year: 2018,
        inexact: 0,
        v0: [0],
        t0: [0],
        b0: '1',
        v1: [1],
        b1: '2',
      },
      ids: [
        { id: 'tie-a', n: 1 },
        { id: 'old-tie-a', n: 1 },
      ],
    });
    expect(row.columns.words).toBe('|meeting |of |the |tie |a \n|africa \n|borders \n');
    const deep = rowsOf(records, storedHead(records, ABOUT))(2);
    expect(deep.columns).toMatchObject({ v0: [0, 1, 2], t0: [2], b0: '7', v1: [0, 1], b1: '3' });
  });

  it('have the columns that the statements create, whatever the dataset', () => {
    fc.assert(
      fc.property(arbitraryDataset, ({ document }) => {
        const records = recordsOf(document);
        const [statement = ''] = createTables('t', records.head);
        const names = [...statement.matchAll(/[(,] ?(\w+) (?:U?Int|String|Array)/g)].map(match => match[1]);
        if (records.size === 0) return;
        const { columns } = rowsOf(records, storedHead(records, ABOUT))(0);
        expect(Object.keys(columns).sort()).toEqual(names.sort());
        expect(createDistributed('t', records.head, { name: 'c', database: 'd' })[0]).toContain(
          statement.slice(statement.indexOf('('), statement.indexOf(') ENGINE')),
        );
      }),
      { numRuns: 30 },
    );
  });

  it('store the form of every date as a number', () => {
    for (const date of ['2018-06-19', '2018-06', '2018~', '[2018-01-01..2019-01-01]', '2018/..', '../2018', '201X?']) {
      const form = dateForm(date, {
        earliest: date.startsWith('..') ? -1e9 : 1,
        latest: date.endsWith('..') ? 1e9 : 2,
      });
      expect(formOfNumber(numberOfForm(form))).toEqual(form);
    }
  });

  it('have no name that could end a statement', () => {
    expect(() => createTables('t; DROP TABLE t', { facets: [] })).toThrow('can’t be the name of a table');
  });
});
