import { OpenFailure } from '../../model/problem';
import type { ByteSource } from '../input/byte-source';
import { damage } from './header';
import type { Section, SectionType } from './layout';

/** Reads the sections of a packed dataset in sequence. All methods throw `OpenFailure` if the file is damaged. */
export interface Sections {
  /** Returns the next section without reading it. Returns undefined after the last section. */
  peek(): Section | undefined;
  take(): Promise<Uint8Array<ArrayBuffer>>;
  /** Like `take`, but throws if the next section has another name, type or length in bytes. */
  expect(name: string, types: readonly SectionType[], length?: number): Promise<Uint8Array<ArrayBuffer>>;
  skip(): Promise<void>;
}

export function createSections(source: ByteSource, list: readonly Section[]): Sections {
  let index = 0;
  let at = 0;

  async function next(): Promise<Section> {
    const section = list[index];
    if (!section || !(await source.skip(section.offset - at))) throw damage(section?.name ?? 'end');
    index += 1;
    at = section.offset + section.length;
    return section;
  }

  async function take(): Promise<Uint8Array<ArrayBuffer>> {
    const { name, length } = await next();
    const bytes = await filled(source, length);
    if (!bytes) throw damage(name);
    return bytes;
  }

  return {
    peek: () => list[index],
    take,
    expect(name, types, length) {
      const section = list[index];
      const isExpected =
        section?.name === name && types.includes(section.type) && (length === undefined || section.length === length);
      if (!isExpected) throw damage(name);
      return take();
    },
    async skip() {
      const { name, length } = await next();
      if (!(await source.skip(length))) throw damage(name);
    },
  };
}

/** A damaged header may announce any length, so memory is allocated in steps of this many bytes. */
const ALLOCATION_STEP = 1 << 26;

/** Returns the next `length` bytes, or null if the stream ends before. Throws if memory does not suffice. */
async function filled(source: ByteSource, length: number): Promise<Uint8Array<ArrayBuffer> | null> {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  for (let left = length; left > 0; left -= ALLOCATION_STEP) {
    const piece = allocate(Math.min(left, ALLOCATION_STEP));
    if (!(await source.fill(piece))) return null;
    pieces.push(piece);
  }
  if (pieces.length === 1 && pieces[0]) return pieces[0];
  const bytes = allocate(length);
  pieces.forEach((piece, i) => {
    bytes.set(piece, i * ALLOCATION_STEP);
  });
  return bytes;
}

function allocate(length: number): Uint8Array<ArrayBuffer> {
  try {
    return new Uint8Array(length);
  } catch {
    throw new OpenFailure('tooLarge', `${length} bytes`);
  }
}
