import { OpenFailure } from '../../model/problem';
import { isRaw } from '../document/fields';
import { parseJson } from '../document/parse-json';
import {
  BYTES_OF,
  isPacked,
  MAGIC,
  type PackedHeader,
  PREFIX_LENGTH,
  type Section,
  type SectionType,
  VERSION,
} from './layout';

const LONGEST_HEADER = 1 << 26;
const MAX_ACTIVITIES = 1 << 27;
const LARGEST_CHUNK = 1 << 16;

export function damage(found: string): OpenFailure {
  return new OpenFailure('damaged', found);
}

/** Returns the length in bytes of the header after this prefix. Throws `OpenFailure` if the prefix is damaged. */
export function headerLength(prefix: Uint8Array): number {
  if (prefix.length < PREFIX_LENGTH || !isPacked(prefix)) throw damage('beginning');
  const view = new DataView(prefix.buffer, prefix.byteOffset);
  const version = view.getUint32(MAGIC.length, true);
  const length = view.getUint32(MAGIC.length + 4, true);
  if (version !== VERSION) throw damage(`version ${version}`);
  if (length > LONGEST_HEADER || length % 8 > 0) throw damage('header');
  return length;
}

/** Reads the header and checks that its sections do not overlap. Throws `OpenFailure` if the header is damaged. */
export function readHeader(bytes: Uint8Array): PackedHeader {
  const header = parseJson(new TextDecoder().decode(bytes));
  if (!isRaw(header) || !Array.isArray(header.sections)) throw damage('header');
  const { size, chunkSize, root } = header;
  if (!isCount(size) || !isCount(chunkSize, LARGEST_CHUNK) || chunkSize < 1) throw damage('header');
  if (size > MAX_ACTIVITIES) throw new OpenFailure('tooLarge', String(size));
  let end = 0;
  const sections = header.sections.map((value: unknown) => {
    const section = readSection(value);
    if (!section || section.offset < end) throw damage('header');
    end = section.offset + section.length;
    return section;
  });
  return { size, chunkSize, root, sections };
}

function readSection(value: unknown): Section | undefined {
  if (!isRaw(value)) return undefined;
  const { name, type, offset, length } = value;
  if (typeof name !== 'string' || !isSectionType(type)) return undefined;
  if (!isCount(offset) || !isCount(length) || offset % 8 > 0 || length % BYTES_OF[type] > 0) return undefined;
  return { name, type, offset, length };
}

function isSectionType(value: unknown): value is SectionType {
  return typeof value === 'string' && Object.hasOwn(BYTES_OF, value);
}

function isCount(value: unknown, max = Number.MAX_SAFE_INTEGER / 2): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= max;
}
