import { describe, expect, it } from 'vitest';
import { type Form, formOf } from '../../src/formats/form-of';
import { packDocument, streamOf } from '../fixtures/packed';
import { smallDocument } from '../fixtures/small-document';

const document = smallDocument();
const { activities, ...root } = document;
const ndjson = [root, ...activities].map(value => JSON.stringify(value)).join('\n');

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/** All that is told of, once more, as Latin-1 where it is binary. */
async function collected(told: Form): Promise<string> {
  const pieces: string[] = [];
  if (told.form === 'packed') for await (const piece of told.bytes) pieces.push(Buffer.from(piece).toString('latin1'));
  else for await (const piece of told.pieces) pieces.push(piece);
  return pieces.join('');
}

const files: [string, string, Uint8Array][] = [
  ['a packed dataset', 'packed', await packDocument(JSON.stringify(document))],
  ['lines', 'ndjson', encode(ndjson)],
  ['lines with a mark and blank ones before', 'ndjson', encode(`\uFEFF\r\n\n${ndjson.replaceAll('\n', '\r\n\r\n')}`)],
  ['lines of another format', 'ndjson', encode('{"format":"other"}\n{}')],
  ['a document in one line', 'document', encode(JSON.stringify(document))],
  ['a document in one line with an end', 'document', encode(`${JSON.stringify(document)}\n`)],
  ['a document in many lines', 'document', encode(JSON.stringify(document, null, 2))],
  ['a document after a blank line', 'document', encode(`\n${JSON.stringify(document)}\n`)],
  ['a root alone', 'document', encode(`${JSON.stringify(root)}\n\n`)],
  ['lines of objects that are no root', 'document', encode('{"a":1}\n{"b":2}')],
  ['a table', 'document', encode('date,title\n2018,A\n')],
  ['a few bytes', 'document', encode('{}')],
  ['nothing', 'document', encode('')],
];

describe('formOf', () => {
  it.each(files)('tells %s: %s', async (_, form, bytes) => {
    for (const cut of [1, 7, bytes.length]) {
      const told = await formOf(streamOf(bytes, cut));
      expect(told.form).toBe(form);
      const whole = Buffer.from(bytes).toString(form === 'packed' ? 'latin1' : 'utf8');
      expect(await collected(told)).toBe(form === 'packed' ? whole : whole.replace('\uFEFF', ''));
    }
  });

  it('gives up on a first line without an end', async () => {
    let given = 0;
    async function* endless() {
      for (;;) {
        given += 1;
        yield new Uint8Array(1 << 20).fill(0x20);
      }
    }
    const told = await formOf(endless());
    expect(told.form).toBe('document');
    if (told.form === 'document') await told.pieces.return();
    expect(given).toBeLessThan(20);
  });

  it('closes the stream when what it gives is left early', async () => {
    let isClosed = false;
    async function* closable() {
      try {
        yield* streamOf(encode(ndjson), 9);
      } finally {
        isClosed = true;
      }
    }
    const told = await formOf(closable());
    if (told.form === 'ndjson') for await (const _ of told.pieces) break;
    expect(isClosed).toBe(true);
  });
});
