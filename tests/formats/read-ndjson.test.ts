import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textStream } from '../../src/formats/input/text-stream';
import { readDataset } from '../../src/formats/json/read-dataset';
import { readNdjson } from '../../src/formats/ndjson/read-ndjson';
import { OpenFailure } from '../../src/model/problem';
import { arbitraryDataset } from '../fixtures/arbitrary-dataset';
import { collectNdjson } from '../fixtures/collect-ndjson';
import type { DatasetDocument } from '../fixtures/dataset-document';
import { streamOf } from '../fixtures/packed';
import { smallDocument } from '../fixtures/small-document';

function linesOf({ activities, ...root }: DatasetDocument): string[] {
  return [root, ...activities].map(value => JSON.stringify(value));
}

function read(text: string, ...lengths: number[]) {
  return collectNdjson(streamOf(new TextEncoder().encode(text), ...lengths));
}

const [root = '', ...activities] = linesOf(smallDocument());

async function failureOf(text: string): Promise<string> {
  try {
    await read(text);
  } catch (error) {
    if (error instanceof OpenFailure) return `${error.code} ${error.found}`.trim();
    throw error;
  }
  return 'opened';
}

describe('readNdjson', () => {
  it('reads what the document holds, in date order', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryDataset, fc.integer({ min: 1, max: 200 }), async ({ document }, length) => {
        expect(await read(linesOf(document).join('\n'), length)).toEqual(readDataset(JSON.stringify(document)));
      }),
      { numRuns: 60 },
    );
  }, 30_000);

  it('reads it alike however its bytes arrive', async () => {
    const bytes = new TextEncoder().encode(linesOf(smallDocument()).join('\r\n'));
    const whole = await collectNdjson(streamOf(bytes));
    for (let cut = 1; cut < bytes.length; cut += 1) {
      expect(await collectNdjson(streamOf(bytes, cut, bytes.length))).toEqual(whole);
    }
  });

  it.each([
    ['a byte order mark', `\uFEFF${root}\n${activities.join('\n')}`],
    ['line ends of two characters', [root, ...activities].join('\r\n')],
    ['a line end at the end', `${root}\n${activities.join('\n')}\n`],
    ['blank lines', `\n\n${root}\n \n${activities.join('\n\t\n')}\n\n`],
  ])('reads a file with %s', async (_, text) => {
    const { dataset, problems } = await read(text);
    expect(problems).toEqual([]);
    expect(dataset.activities.map(({ id }) => id)).toEqual(['first', 'second', 'third']);
  });

  it('gives the head, then what each piece of the file holds, then the problems', async () => {
    const text = `${[root, ...activities].join('\n')}\n`;
    const cut = text.indexOf(activities[1] ?? '') + 5;
    const kinds: string[] = [];
    for await (const part of readNdjson(
      textStream(streamOf(new TextEncoder().encode(text), cut, text.length)).pieces,
    )) {
      kinds.push(part.kind === 'activities' ? part.activities.map(({ id }) => id).join('+') : part.kind);
    }
    expect(kinds).toEqual(['head', 'first', 'second+third', 'end']);
  });

  it('lists a bad line with its number and reads the rest', async () => {
    const [first = '', second = '', third = ''] = activities;
    const bad = [root, first, '{"id":', '7', second.replace('2017-01-02/', '2017-13-02/'), first, '', third];
    const { dataset, problems } = await read(bad.join('\n'));
    expect(dataset.activities.map(({ id }) => id)).toEqual(['first', 'third']);
    expect(problems.map(({ path, code, loss, found }) => `${path} ${code} ${loss} ${found}`)).toEqual([
      'line 3 notJson record "{\\"id\\":"',
      'line 4 notObject record 7',
      'line 5.date dateNoSuchDay record "2017-13-02/2017-01-03"',
      'line 6.id duplicateId record "first"',
    ]);
  });

  it('lists a former id that another has now', async () => {
    const changed = [root, ...activities].join('\n').replace('zweite', 'third');
    const { problems } = await read(changed);
    expect(problems.map(({ path, code }) => `${path} ${code}`)).toEqual(['line 3.formerIds[0] formerIdTaken']);
  });

  it('lists what is wrong with the root by its own path', async () => {
    const { problems } = await read(root.replace('"2018-12-31"', '"soon"'));
    expect(problems.map(({ path, code }) => `${path} ${code}`)).toEqual(['updated badDay']);
  });

  it.each([
    ['', 'empty'],
    ['\n \n', 'empty'],
    ['{"format"', 'notJson "{\\"format\\""'],
    ['7\n8', 'notObject 7'],
    ['{"format":"geojson"}\n{}', 'wrongFormat "geojson"'],
  ])('%j fails: %s', async (text, failure) => {
    expect(await failureOf(text)).toBe(failure);
  });
});
