import { describe, expect, it } from 'vitest';
import { formOf } from '../../src/formats/form-of';
import { ndjsonImport } from '../../src/formats/ndjson/import';
import { IMPORT_FORMS } from '../../src/formats/registry';
import { packDocument, streamOf } from '../fixtures/packed';
import { smallDocument } from '../fixtures/small-document';

const document = smallDocument();
const { activities, ...root } = document;
const ndjson = [root, ...activities].map(value => JSON.stringify(value)).join('\n');

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

async function collected(bytes: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of bytes) pieces.push(piece);
  return Buffer.concat(pieces);
}

const files: [string, string | null, Uint8Array][] = [
  ['a packed dataset', 'packed', await packDocument(JSON.stringify(document))],
  ['lines', 'ndjson', encode(ndjson)],
  ['lines with a mark and blank ones before', 'ndjson', encode(`\uFEFF\r\n\n${ndjson.replaceAll('\n', '\r\n\r\n')}`)],
  ['lines of another format', 'ndjson', encode('{"format":"other"}\n{}')],
  ['a document in one line', 'json', encode(JSON.stringify(document))],
  ['a document in one line with an end', 'json', encode(`${JSON.stringify(document)}\n`)],
  ['a document in many lines', 'json', encode(JSON.stringify(document, null, 2))],
  ['a document after a blank line', 'json', encode(`\n${JSON.stringify(document)}\n`)],
  ['a root alone', 'json', encode(`${JSON.stringify(root)}\n\n`)],
  ['lines of objects that are no root', 'json', encode('{"a":1}\n{"b":2}')],
  ['a table', 'csv', encode('date,title\n2018,A\n')],
  ['a few bytes', 'json', encode('{}')],
  ['nothing', null, encode('')],
];

describe('formOf', () => {
  it.each(files)('recognises %s: %s', async (_, form, bytes) => {
    for (const cut of [1, 7, bytes.length]) {
      const found = await formOf(streamOf(bytes, cut), IMPORT_FORMS);
      expect(found.form?.id ?? null).toBe(form);
      expect(Buffer.compare(await collected(found.bytes), bytes)).toBe(0);
    }
  });

  it.each(['utf-16le', 'windows-1252'] as const)('recognises lines in %s', async encoding => {
    const text = `${JSON.stringify({ ...root, publisher: 'Växt' })}\n{}`;
    const bytes = encoding === 'utf-16le' ? Buffer.from(text, 'utf16le') : Buffer.from(text, 'latin1');
    expect((await formOf(streamOf(bytes, 9), IMPORT_FORMS)).form?.id).toBe('ndjson');
  });

  it('gives up on a first line without an end', async () => {
    for (const letter of [' ', '{']) {
      let given = 0;
      async function* endless() {
        for (;;) {
          given += 1;
          yield Buffer.alloc(1 << 20, letter);
        }
      }
      const { form, bytes } = await formOf(endless(), [ndjsonImport]);
      expect(form).toBeNull();
      await bytes.return();
      expect(given).toBeLessThan(40);
    }
  });

  it('asks for no more bytes than the forms need', async () => {
    let given = 0;
    async function* counted() {
      for await (const piece of streamOf(encode(JSON.stringify(document, null, 2)), 16)) {
        given += 1;
        yield piece;
      }
    }
    expect((await formOf(counted(), IMPORT_FORMS)).form?.id).toBe('json');
    expect(given).toBe(4);
  });

  it('closes the stream when what it returns is left early', async () => {
    let isClosed = false;
    async function* closable() {
      try {
        yield* streamOf(encode(ndjson), 9);
      } finally {
        isClosed = true;
      }
    }
    const { bytes } = await formOf(closable(), IMPORT_FORMS);
    for await (const _ of bytes) break;
    expect(isClosed).toBe(true);
  });
});
