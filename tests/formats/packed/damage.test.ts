import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PackedHeader, PREFIX_LENGTH, type Section } from '../../../src/formats/packed/layout';
import { OpenFailure } from '../../../src/model/problem';
import { packDocument, streamOf, unpack } from '../../fixtures/packed';
import { smallDocument, smallDocumentWith } from '../../fixtures/small-document';

const good = await packDocument(JSON.stringify(smallDocument()), { chunkSize: 2 });

function endOfHeader(file: Uint8Array): number {
  return PREFIX_LENGTH + new DataView(file.buffer, file.byteOffset).getUint32(12, true);
}

const headerEnd = endOfHeader(good);

/** Large enough for a sample section. */
const activities = Array.from({ length: 300 }, (_, i) => ({ id: `a${i}`, date: '2018', title: `Title ${i}` }));
const long = await packDocument(smallDocumentWith('activities', activities), { chunkSize: 100 });

/** Returns "opened" or the failure; rethrows anything but an `OpenFailure`. */
async function outcomeOf(bytes: Uint8Array): Promise<string> {
  try {
    const { lost } = await unpack(streamOf(bytes, 61));
    if (lost.length > 0) return `lost ${lost.join(' ')}`;
  } catch (error) {
    if (error instanceof OpenFailure) return `${error.code} ${error.found}`.trim();
    throw error;
  }
  return 'opened';
}

type Header = PackedHeader & { sections: Section[] };

/** The good file with another header before the same sections. */
function withHeader(change: (header: Header) => unknown): Uint8Array {
  const header: Header = JSON.parse(new TextDecoder().decode(good.subarray(PREFIX_LENGTH, headerEnd)));
  const json = JSON.stringify(change(header) ?? header);
  const length = Math.ceil(Buffer.byteLength(json) / 8) * 8;
  const prefix = Buffer.from(good.subarray(0, PREFIX_LENGTH));
  prefix.writeUInt32LE(length, 12);
  return Buffer.concat([
    prefix,
    Buffer.from(json.padEnd(json.length + length - Buffer.byteLength(json))),
    good.subarray(headerEnd),
  ]);
}

function sectionOf({ sections }: Header, name: string): Section {
  const found = sections.find(section => section.name === name);
  if (!found) throw new Error(`no section ${name}`);
  return found;
}

/** The file with other numbers at the start of a section. */
function withNumbers(name: string, numbers: Uint32Array | Uint16Array | Int32Array, file = good): Uint8Array {
  const start = endOfHeader(file);
  const header: Header = JSON.parse(new TextDecoder().decode(file.subarray(PREFIX_LENGTH, start)));
  const bytes = Uint8Array.from(file);
  bytes.set(new Uint8Array(numbers.buffer), start + sectionOf(header, name).offset);
  return bytes;
}

describe('a packed dataset that is damaged', () => {
  it('is the good one before it is', async () => {
    expect(await outcomeOf(withHeader(() => undefined))).toBe('opened');
  });

  it('fails in words wherever it is cut short', async () => {
    for (let length = 0; length < good.length - 7; length += 1) {
      expect(await outcomeOf(good.subarray(0, length))).toMatch(/^damaged ./);
    }
  });

  it.each([
    ['another magic', Uint8Array.from(good, (byte, i) => (i === 0 ? 0x88 : byte)), 'damaged beginning'],
    ['another version', Uint8Array.from(good, (byte, i) => (i === 8 ? 2 : byte)), 'damaged version 2'],
    ['an odd header', Uint8Array.from(good, (byte, i) => (i === 12 ? byte + 1 : byte)), 'damaged header'],
    ['a huge header', Uint8Array.from(good, (byte, i) => (i === 15 ? 0xff : byte)), 'damaged header'],
    ['a header that is no JSON', Uint8Array.from(good, (byte, i) => (i === 16 ? 0x78 : byte)), 'damaged header'],
  ])('fails in words: %s', async (_, bytes, outcome) => {
    expect(await outcomeOf(bytes)).toBe(outcome);
  });

  it.each([
    ['good', long],
    ['of nothing that there is', withNumbers('sample/positions', Uint32Array.of(300), long)],
    ['none', withNumbers('sample/text', Uint32Array.of(1), long)],
  ])('opens all the same where the sample is %s', async (kind, bytes) => {
    const { sample, activities } = await unpack(streamOf(bytes));
    expect([sample.size, activities.length]).toEqual([kind === 'good' ? 146 : 0, 300]);
  });

  it.each<[string, (header: Header) => unknown, string]>([
    ['a list', () => [1], 'damaged header'],
    ['no sections', header => ({ ...header, sections: undefined }), 'damaged header'],
    ['sections that are none', header => ({ ...header, sections: [null] }), 'damaged header'],
    ['a size below zero', header => ({ ...header, size: -1 }), 'damaged header'],
    ['a size that is no number', header => ({ ...header, size: '3' }), 'damaged header'],
    ['a size of no machine', header => ({ ...header, size: 1e12 }), 'tooLarge 1000000000000'],
    ['another size', header => ({ ...header, size: 4 }), 'damaged earliest'],
    ['a chunk size of nothing', header => ({ ...header, chunkSize: 0 }), 'damaged header'],
    ['another chunk size', header => ({ ...header, chunkSize: 1 }), 'damaged chunk/2'],
    ['a larger chunk size', header => ({ ...header, chunkSize: 3 }), 'damaged chunk/1'],
    ['a root of another format', header => ({ ...header, root: {} }), 'wrongFormat undefined'],
    ['no root', header => ({ ...header, root: null }), 'notObject null'],
    ['a facet less', header => ({ ...header, root: { ...Object(header.root), facets: [] } }), 'damaged ids/offsets'],
    [
      'an offset into the section before',
      header => void Object.assign(sectionOf(header, 'latest'), { offset: 0 }),
      'damaged header',
    ],
    [
      'an offset below zero',
      header => void Object.assign(sectionOf(header, 'latest'), { offset: -8 }),
      'damaged header',
    ],
    [
      'an offset between words',
      header => void Object.assign(sectionOf(header, 'latest'), { offset: sectionOf(header, 'latest').offset + 4 }),
      'damaged header',
    ],
    [
      'an offset that is no whole number',
      header => void Object.assign(sectionOf(header, 'latest'), { offset: 16.5 }),
      'damaged header',
    ],
    [
      'an offset past the end',
      header => void Object.assign(sectionOf(header, 'chunk/1'), { offset: 2 ** 40 }),
      'damaged chunk/1',
    ],
    [
      'a length past the end',
      header => void Object.assign(sectionOf(header, 'chunk/1'), { length: 2 ** 20 }),
      'damaged chunk/1',
    ],
    [
      'a length of no machine',
      header => void Object.assign(sectionOf(header, 'chunk/1'), { length: 2 ** 51 }),
      'damaged chunk/1',
    ],
    [
      'a length beyond numbers',
      header => void Object.assign(sectionOf(header, 'chunk/1'), { length: 1e300 }),
      'damaged header',
    ],
    [
      'a length that cuts a number',
      header => void Object.assign(sectionOf(header, 'latest'), { length: 6 }),
      'damaged header',
    ],
    ['a shorter column', header => void Object.assign(sectionOf(header, 'latest'), { length: 8 }), 'damaged latest'],
    ['another type', header => void Object.assign(sectionOf(header, 'latest'), { type: 'u32' }), 'damaged latest'],
    [
      'an unknown type',
      header => void Object.assign(sectionOf(header, 'latest'), { type: 'f64' as 'u8' }),
      'damaged header',
    ],
    [
      'a type everything inherits',
      header => void Object.assign(sectionOf(header, 'latest'), { type: 'constructor' as 'u8' }),
      'damaged header',
    ],
    ['another name', header => void Object.assign(sectionOf(header, 'inexact'), { name: 'exact' }), 'damaged inexact'],
    ['no chunk', header => void header.sections.splice(-2), 'damaged chunk/0'],
    ['a chunk less', header => void header.sections.pop(), 'damaged chunk/1'],
    [
      'a chunk more',
      header =>
        void header.sections.push({ ...sectionOf(header, 'chunk/1'), name: 'chunk/2', offset: 2 ** 20, length: 0 }),
      'damaged chunk/2',
    ],
    [
      'shorter ids',
      header =>
        void Object.assign(sectionOf(header, 'ids/bytes'), { length: sectionOf(header, 'ids/bytes').length - 1 }),
      'damaged ids/offsets',
    ],
    [
      'no former offsets',
      header => void Object.assign(sectionOf(header, 'former/offsets'), { length: 0 }),
      'damaged former/offsets',
    ],
    [
      'no former positions',
      header => void Object.assign(sectionOf(header, 'former/positions'), { length: 0 }),
      'damaged former/positions',
    ],
  ])('fails in words with a header of %s', async (_, change, outcome) => {
    expect(await outcomeOf(withHeader(change))).toBe(outcome);
  });

  it.each([
    ['latest', Int32Array.of(-1_000_000), 'damaged latest'],
    ['earliest', Int32Array.of(-900_000_000), 'opened'],
    ['earliest', Int32Array.of(-999_900_000), 'damaged earliest'],
    ['earliest', Int32Array.of(-2_000_000_000), 'damaged earliest'],
    ['earliest', Int32Array.of(-1_000_000_000), 'opened'],
    ['latest', Int32Array.of(999_500_000), 'damaged latest'],
    ['earliest', Int32Array.of(17_532), 'damaged latest'],
    ['tags/0/offsets', Uint32Array.of(1), 'damaged tags/0/values'],
    ['tags/0/offsets', Uint32Array.of(0, 99), 'damaged tags/0/values'],
    ['tags/0/offsets', Uint32Array.of(0, 2, 1), 'damaged tags/0/values'],
    ['tags/0/values', Uint16Array.of(3), 'damaged tags/0/values'],
    ['ids/offsets', Uint32Array.of(0, 0xffffffff), 'damaged ids/offsets'],
    ['former/offsets', Uint32Array.of(0, 99), 'damaged former/offsets'],
    ['former/positions', Uint32Array.of(3), 'damaged former/positions'],
    ['chunk/0', Uint32Array.of(0, 99, 3), 'lost 0'],
    ['chunk/0', Uint32Array.of(7), 'lost 0'],
    ['inexact', Uint32Array.of(0xffffffff), 'opened'],
  ])('fails in words when %s begins with %j', async (name, numbers, outcome) => {
    expect(await outcomeOf(withNumbers(name, numbers))).toBe(outcome);
  });

  it('counts no bit beyond the last activity', async () => {
    const { columns } = await unpack(streamOf(withNumbers('inexact', Uint32Array.of(0xffffffff))));
    expect([...columns.inexact]).toEqual([0b111]);
  });

  it('throws nothing but its own failure, whatever byte is another', async () => {
    const change = fc.tuple(fc.nat(good.length - 1), fc.nat(255));
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), async changes => {
        const bytes = Uint8Array.from(good);
        for (const [at, byte] of changes) bytes[at] = byte;
        await outcomeOf(bytes);
      }),
      { numRuns: 1000 },
    );
  });

  it('makes a link of nothing but http and https', async () => {
    const evil = Buffer.from(
      Buffer.from(good).toString('latin1').replace('https://example.org/report', 'javascript:alert(1)//xxxxx'),
      'latin1',
    );
    expect(evil.length).toBe(good.length);
    const { activities } = await unpack(streamOf(evil));
    expect(activities[1]?.links).toBeUndefined();
    expect(activities[1]?.source).toEqual({ id: 'brochure', item: 2 });
  });
});
