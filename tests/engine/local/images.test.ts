import { describe, expect, it } from 'vitest';
import { createCore } from '../../../src/engine/local/core';
import { jsonExport } from '../../../src/formats/json/export';
import { ndjsonExport } from '../../../src/formats/ndjson/export';
import { imageAddress } from '../../../src/model/address';
import { WHOLE } from '../../../src/model/selection';
import { packDocument, streamOf } from '../../fixtures/packed';
import { smallDocument } from '../../fixtures/small-document';

const ADDRESS = 'https://host.example/data/small.json';
const ORIGINS = { own: 'https://host.example', listed: [] };
const SHOWN = { src: 'https://host.example/data/a.jpg', alt: 'A bridge', credit: 'The builders' };

function documentWithImages() {
  const { activities, ...root } = smallDocument();
  const images = [
    { ...SHOWN, src: 'a.jpg' },
    { src: 'https://other.example/b.jpg', alt: 'A road' },
  ];
  return {
    ...root,
    activities: activities.map((activity, i) => ({ ...activity, ...(images[i] && { image: images[i] }) })),
  };
}

async function written(form: typeof jsonExport): Promise<Buffer> {
  const { activities, ...root } = documentWithImages();
  const pieces: Buffer[] = [];
  for await (const piece of form.write({ root, head: {} as never, activities: [activities as never] })) {
    pieces.push(Buffer.from(piece));
  }
  return Buffer.concat(pieces);
}

/** Opens a file as the worker does, and returns what its rows and its activities have as images. */
async function open(bytes: Uint8Array, isOwn = false) {
  const engine = createCore(
    async () => ({ bytes: streamOf(bytes), total: bytes.length }),
    (src, dataset) => imageAddress(src, dataset, ORIGINS),
  );
  const source = isOwn
    ? { kind: 'text' as const, text: new TextDecoder().decode(bytes), name: 'own.json' }
    : { kind: 'address' as const, address: ADDRESS };
  const { key, problems } = await engine.open(source);
  const { rows } = await engine.ask(key, WHOLE, { rows: { order: 'date', start: 0, limit: 10 } });
  const { activities } = await engine.chunk(key, WHOLE, 'date', 0);
  return {
    rows: rows.rows.map(({ image }) => image),
    exported: activities.map(({ image }) => image),
    problems: problems.map(({ path, code, found }) => `${path} ${code} ${found}`),
  };
}

describe('the images of a dataset', () => {
  it.each<[string, () => Promise<Uint8Array>, string[]]>([
    ['JSON', () => written(jsonExport), ['activities[1].image.src refusedImage "https://other.example/b.jpg"']],
    ['NDJSON', () => written(ndjsonExport), ['line 3.image.src refusedImage "https://other.example/b.jpg"']],
    ['packed form', () => packDocument(JSON.stringify(documentWithImages()), {}), []],
  ])('in %s get the address of the dataset, and come from allowed origins', async (_, file, problems) => {
    const all = [SHOWN, undefined, undefined];
    expect(await open(await file())).toEqual({ rows: all, exported: all, problems });
  });

  it('need an absolute address in a file of the reader', async () => {
    const { rows, problems } = await open(await written(jsonExport), true);
    expect(rows).toEqual([undefined, undefined, undefined]);
    expect(problems[0]).toBe('activities[0].image.src refusedImage "a.jpg"');
  });
});
