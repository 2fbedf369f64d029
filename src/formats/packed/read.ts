import type { Lists } from '../../lib/growable';
import type { DatasetHead, Facet } from '../../model/dataset';
import type { Problem, Unlisted } from '../../model/problem';
import type { WordIndex } from '../../model/records';
import type { Raw } from '../document/fields';
import { readHead, rootOf } from '../document/read-head';
import { Report } from '../document/report';
import { byteSource } from '../input/byte-source';
import { areDays, areInDateOrder, areOffsets, areWithin } from './checks';
import { checksumOf, isExtra } from './checksum';
import type { Columns, Ids } from './columns';
import { damage, headerLength, readHeader } from './header';
import { CHECKSUM, chunkSection, type PackedHeader, PREFIX_LENGTH, SAMPLE, tagSections } from './layout';
import { createSections, type Sections } from './sections';
import { emptyTextChunk, openTextChunk, splitTextChunk, type TextChunk } from './text-chunk';

/** A part of a packed dataset, in the order of the file. The index of words comes between chunks of text. */
export type PackedPart =
  | { kind: 'columns'; root: Raw; columns: Columns; problems: readonly Problem[]; unlisted: Unlisted }
  | { kind: 'ids'; ids: Ids }
  | { kind: 'sample'; texts: ReadonlyMap<number, TextChunk> }
  | { kind: 'words'; index: WordIndex | null }
  | { kind: 'text'; chunk: TextChunk; isLost: boolean };

/**
 * Reads a packed dataset while its bytes arrive. Throws `OpenFailure` at a damaged part, but the parts before it were
 * yielded.
 */
export async function* readPacked(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<PackedPart, void> {
  const source = byteSource(bytes);
  try {
    const prefix = new Uint8Array(PREFIX_LENGTH);
    if (!(await source.fill(prefix))) throw damage('beginning');
    const json = new Uint8Array(headerLength(prefix));
    if (!(await source.fill(json))) throw damage('header');
    const header = readHeader(json);
    const report = new Report();
    const root = rootOf(header.root);
    const head = readHead(root, report);
    const sections = createSections(source, header.sections);
    const columns = await readColumns(sections, header.size, head);
    yield { kind: 'columns', root, columns, problems: report.problems, unlisted: report.unlisted };
    yield { kind: 'ids', ids: await readIds(sections, header.size) };
    yield* readTexts(sections, header);
  } finally {
    await source.close();
  }
}

async function readColumns(sections: Sections, size: number, head: DatasetHead): Promise<Columns> {
  const earliest = new Int32Array((await sections.expect('earliest', ['i32'], size * 4)).buffer);
  const latest = new Int32Array((await sections.expect('latest', ['i32'], size * 4)).buffer);
  if (!areDays(earliest)) throw damage('earliest');
  if (!areDays(latest)) throw damage('latest');
  if (!areInDateOrder(earliest, latest)) throw damage('latest');
  const inexact = new Uint32Array((await sections.expect('inexact', ['u32'], ((size + 31) >>> 5) * 4)).buffer);
  const rest = size & 31;
  if (rest > 0) inexact[inexact.length - 1] = (inexact.at(-1) ?? 0) & (0xffffffff >>> (32 - rest));
  const tags = new Map<string, Lists<Uint16Array | Uint32Array>>();
  for (const [i, facet] of head.facets.entries()) tags.set(facet.id, await readTags(sections, size, i, facet));
  return { head, size, earliest, latest, inexact, tags };
}

async function readTags(sections: Sections, size: number, index: number, facet: Facet) {
  const names = tagSections(index);
  const offsets = new Uint32Array((await sections.expect(names.offsets, ['u32'], (size + 1) * 4)).buffer);
  const isShort = sections.peek()?.type === 'u16';
  const { buffer } = await sections.expect(names.values, ['u16', 'u32']);
  const values = isShort ? new Uint16Array(buffer) : new Uint32Array(buffer);
  if (!areOffsets(offsets, values.length) || !areWithin(values, facet.values.length)) throw damage(names.values);
  return { offsets, values };
}

async function readIds(sections: Sections, size: number): Promise<Ids> {
  const offsets = new Uint32Array((await sections.expect('ids/offsets', ['u32'], (size + 1) * 4)).buffer);
  const ids = { offsets, values: await sections.expect('ids/bytes', ['u8']) };
  const former = {
    offsets: new Uint32Array((await sections.expect('former/offsets', ['u32'])).buffer),
    values: await sections.expect('former/bytes', ['u8']),
  };
  const formerPositions = new Uint32Array((await sections.expect('former/positions', ['u32'])).buffer);
  if (!areOffsets(ids.offsets, ids.values.length)) throw damage('ids/offsets');
  if (!areOffsets(former.offsets, former.values.length)) throw damage('former/offsets');
  const isWhole = formerPositions.length === former.offsets.length - 1 && areWithin(formerPositions, size);
  if (!isWhole) throw damage('former/positions');
  return { ids, former, formerPositions };
}

async function* readTexts(sections: Sections, header: PackedHeader): AsyncGenerator<PackedPart, void> {
  const { size, chunkSize } = header;
  const chunkCount = Math.ceil(size / chunkSize);
  let chunk = 0;
  const extras = new Map<string, Uint8Array<ArrayBuffer>>();
  const extraCount = header.sections.filter(isExtra).length;
  if (extraCount === 0) yield { kind: 'words', index: null };
  for (let section = sections.peek(); section; section = sections.peek()) {
    if (isExtra(section)) {
      extras.set(section.name, await sections.take());
      if (extras.size === extraCount) yield { kind: 'words', index: isIntact(header, extras) ? extras : null };
    } else if (section.name.startsWith('chunk/')) {
      const first = chunk * chunkSize;
      if (chunk === chunkCount) throw damage(section.name);
      const bytes = await sections.expect(chunkSection(chunk), ['u8']);
      yield textPart(bytes, first, Math.min(chunkSize, size - first));
      chunk += 1;
    } else if (section.name === SAMPLE.positions) {
      yield { kind: 'sample', texts: await readSample(sections, size) };
    } else {
      await sections.skip();
    }
  }
  if (chunk < chunkCount) throw damage(chunkSection(chunk));
}

/** Opens a chunk of text. Returns an empty chunk if the bytes are damaged, so that later chunks can still be read. */
function textPart(bytes: Uint8Array, first: number, size: number): PackedPart {
  try {
    return { kind: 'text', chunk: openTextChunk(bytes, first, size), isLost: false };
  } catch {
    return { kind: 'text', chunk: emptyTextChunk(first, size), isLost: true };
  }
}

async function readSample(sections: Sections, size: number): Promise<ReadonlyMap<number, TextChunk>> {
  const positions = new Uint32Array((await sections.expect(SAMPLE.positions, ['u32'])).buffer);
  const bytes = await sections.expect(SAMPLE.text, ['u8']);
  try {
    return areWithin(positions, size)
      ? splitTextChunk(openTextChunk(bytes, 0, positions.length), positions)
      : new Map();
  } catch {
    return new Map(); // a damaged sample is left out, because the chunks contain its texts too
  }
}

function isIntact(header: PackedHeader, extras: WordIndex): boolean {
  const seal = extras.get(CHECKSUM);
  const expected = new Uint8Array(checksumOf(header, extras).buffer);
  return seal?.length === expected.length && expected.every((byte, i) => byte === seal[i]);
}
