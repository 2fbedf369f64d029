import { describe, expect, it } from 'vitest';
import { formOf } from '../../src/dataset/form-of';
import { packDocument, streamOf } from '../fixtures/packed';
import { smallDocument } from '../fixtures/small-document';

const document = smallDocument();
const { activities, ...root } = document;
const ndjson = [root, ...activities].map(value => JSON.stringify(value)).join('\n');

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

async function collected(bytes: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of bytes) pieces.push(piece);
  return Buffer.concat(pieces);
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
  ['the beginning of a mark', 'document', Uint8Array.of(0x89, 0x43, 0x46)],
  ['nothing', 'document', encode('')],
];

describe('formOf', () => {
  it.each(files)('tells %s: %s', async (_, form, bytes) => {
    for (const cut of [1, 7, bytes.length]) {
      const told = await formOf(streamOf(bytes, cut));
      expect(told.form).toBe(form);
      expect(Buffer.compare(await collected(told.bytes), bytes)).toBe(0);
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
    const { form, bytes } = await formOf(endless());
    await bytes.return();
    expect(form).toBe('document');
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
    const { bytes } = await formOf(closable());
    for await (const _ of bytes) break;
    expect(isClosed).toBe(true);
  });
});
