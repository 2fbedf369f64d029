import { describe, expect, it } from 'vitest';
import { isPacked } from '../../../src/formats/packed/layout';
import { packDocument } from '../../fixtures/packed';
import { smallDocument } from '../../fixtures/small-document';

const bytes = await packDocument(JSON.stringify(smallDocument()), { chunkSize: 2 });
const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
const headerEnd = 16 + view.getUint32(12, true);
const header = JSON.parse(new TextDecoder().decode(bytes.subarray(16, headerEnd)));

function sectionAt(name: string): DataView {
  const { offset, length } = header.sections.find((section: { name: string }) => section.name === name);
  return new DataView(bytes.buffer, bytes.byteOffset + headerEnd + offset, length);
}

describe('the packed form', () => {
  it('begins with its mark, its version and a header', () => {
    expect(Buffer.from(bytes.subarray(0, 8)).toString('latin1')).toBe('\x89CFPK\r\n\x1a');
    expect(isPacked(bytes)).toBe(true);
    expect(view.getUint32(8, true)).toBe(1);
    const { activities: _, ...root } = smallDocument();
    expect(header).toMatchObject({ size: 3, chunkSize: 2, root });
  });

  it('has its sections in order: columns, ids, text', () => {
    expect(header.sections.map(({ name, type }: { name: string; type: string }) => `${name} ${type}`)).toEqual([
      'earliest i32',
      'latest i32',
      'inexact u32',
      'tags/0/offsets u32',
      'tags/0/values u16',
      'tags/1/offsets u32',
      'tags/1/values u16',
      'ids/offsets u32',
      'ids/bytes u8',
      'former/offsets u32',
      'former/bytes u8',
      'former/positions u32',
      'chunk/0 u8',
      'chunk/1 u8',
    ]);
  });

  it('has each section at a multiple of eight bytes, and a whole number of those in all', () => {
    expect(headerEnd % 8).toBe(0);
    expect(header.sections.map(({ offset }: { offset: number }) => offset % 8)).toEqual(Array(14).fill(0));
    expect(bytes.length % 8).toBe(0);
  });

  it('writes days as days since 1970 and tags as positions in the facet', () => {
    const read = (name: string, count: number, at: (view: DataView, i: number) => number) =>
      Array.from({ length: count }, (_, i) => at(sectionAt(name), i));
    const int32 = (section: DataView, i: number) => section.getInt32(i * 4, true);
    const uint16 = (section: DataView, i: number) => section.getUint16(i * 2, true);
    expect(read('earliest', 3, int32)).toEqual([16_922, 17_168, 17_532]);
    expect(read('latest', 3, int32)).toEqual([16_952, 17_169, 17_712]);
    expect(read('inexact', 1, int32)).toEqual([0b101]);
    expect(read('tags/0/offsets', 4, int32)).toEqual([0, 1, 3, 3]);
    expect(read('tags/0/values', 3, uint16)).toEqual([1, 0, 2]);
    expect(read('former/positions', 1, int32)).toEqual([1]);
  });
});
