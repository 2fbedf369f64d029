import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TEXT_FIELDS } from '../../../src/formats/packed/layout';
import { memorySpool } from '../../../src/formats/packed/spool';
import { openTextChunk } from '../../../src/formats/packed/text-chunk';
import { createTextStore } from '../../../src/formats/packed/text-store';

const field = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.string({ unit: 'binary-ascii', maxLength: 60 }),
  fc.string({ maxLength: 300 }),
);
const activities = fc.array(fc.array(field, { minLength: TEXT_FIELDS.length, maxLength: TEXT_FIELDS.length }), {
  minLength: 1,
  maxLength: 20,
});

describe('the store of texts', () => {
  it('holds the bytes that the encoder writes for each field', () => {
    fc.assert(
      fc.property(activities, all => {
        const store = createTextStore(memorySpool());
        for (const fields of all) store.add(fields);
        const { offsets, bytes } = openTextChunk(store.finish(null, 64).chunkAt(0), 0, all.length);
        const read = all.flat().map((_, i) => Array.from(bytes.subarray(offsets[i], offsets[i + 1])));
        expect(read).toEqual(all.flat().map(text => Array.from(new TextEncoder().encode(text))));
      }),
    );
  });
});
