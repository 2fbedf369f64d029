import { lazyModule } from '../../lib/lazy-module';
import type { CodePage } from './code-page';

/** How the bytes of a text were read. */
export interface Encoding {
  name: 'utf-8' | 'utf-16le' | 'utf-16be' | CodePage;
  /** What stands around the first bytes that mean nothing in it; null where there are none. */
  damage: string | null;
}

/** A text as its bytes come. */
export interface TextStream {
  pieces: AsyncGenerator<string, void>;
  /** Known once all pieces have come. */
  encoding: Readonly<Encoding>;
}

/** Few files need it: its code comes when one does. */
export const codePages = lazyModule(() => import('./code-page'));

/** A code page is chosen by so many bytes from the first one on that is not UTF-8, or as many as there are. */
const CHOOSING_LENGTH = 1 << 16;

const MARK_LENGTH = 4;

const SHOWN_AROUND = 20;

/**
 * Reads bytes as text: by their byte order mark, as UTF-16 where every other byte of the beginning is zero, as UTF-8, and
 * from the first byte on that is not UTF-8 in the Windows code page that fits what follows. A byte order mark is no part of
 * the text. Where more of what is beyond ASCII is UTF-8 than not, the text is UTF-8 that was damaged: what can't be read
 * becomes U+FFFD, and the encoding says so.
 */
export function textStream(bytes: AsyncIterable<Uint8Array>): TextStream {
  const reader = createTextReader();
  async function* pieces(): AsyncGenerator<string, void> {
    for await (const chunk of bytes) {
      if (reader.isChoosing()) await codePages.load();
      const text = reader.read(chunk);
      if (text !== '') yield text;
    }
    // That some bytes are no UTF-8 may show at their end only.
    for (let isRead = false; !isRead; isRead = !reader.isChoosing()) {
      if (reader.isChoosing()) await codePages.load();
      const text = reader.finish();
      if (text !== '') yield text;
    }
  }
  return { pieces: pieces(), encoding: reader.encoding };
}

function createTextReader() {
  const encoding: Encoding = { name: 'utf-8', damage: null };
  const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let chosen: Pick<TextDecoder, 'decode'> | undefined;
  /** Bytes that were received and not read yet. */
  let waiting: Uint8Array[] = [];
  let waitingLength = 0;
  let needed = MARK_LENGTH;
  let stage: 'mark' | 'strict' | 'choosing' = 'mark';
  let beyondAscii = 0;
  /** The end of the text so far. */
  let recent = '';

  function take(): Uint8Array {
    const bytes = joined(waiting, waitingLength);
    waiting = [];
    waitingLength = 0;
    return bytes;
  }

  function keep(bytes: Uint8Array): void {
    if (bytes.length === 0) return;
    waiting.push(bytes);
    waitingLength += bytes.length;
  }

  function step(isEnd: boolean): string {
    const bytes = take();
    if (stage === 'mark') return readMark(bytes, isEnd);
    if (stage === 'strict') return readStrictly(bytes, isEnd);
    return choose(bytes, isEnd);
  }

  function readMark(bytes: Uint8Array, isEnd: boolean): string {
    encoding.name = nameOf(bytes);
    stage = 'strict';
    needed = 1;
    if (encoding.name === 'utf-8') return readStrictly(hasUtf8Mark(bytes) ? bytes.subarray(3) : bytes, isEnd);
    chosen = decoderOf(encoding.name);
    return noticed(chosen.decode(bytes, { stream: !isEnd }));
  }

  function readStrictly(bytes: Uint8Array, isEnd: boolean): string {
    const end = isEnd ? bytes.length : wholeLength(bytes);
    try {
      const text = strict.decode(bytes.subarray(0, end));
      beyondAscii += end - text.length;
      noteRecent(text);
      keep(bytes.subarray(end));
      return text;
    } catch {
      stage = 'choosing';
      needed = CHOOSING_LENGTH;
      keep(bytes);
      return '';
    }
  }

  function choose(bytes: Uint8Array, isEnd: boolean): string {
    if (!isMostlyUtf8(bytes, beyondAscii)) encoding.name = pages().codePageOf(bytes);
    chosen = decoderOf(encoding.name);
    return noticed(chosen.decode(bytes, { stream: !isEnd }));
  }

  function noticed(text: string): string {
    const at = encoding.damage === null ? text.indexOf('\uFFFD') : -1;
    if (at >= 0) {
      const before = (recent + text.slice(0, at)).slice(-SHOWN_AROUND);
      encoding.damage = before + text.slice(at, at + SHOWN_AROUND);
    }
    noteRecent(text);
    return text;
  }

  function noteRecent(text: string): void {
    recent = (text.length < SHOWN_AROUND ? recent + text : text).slice(-SHOWN_AROUND);
  }

  return {
    encoding,
    /** True where the next bytes, or their end, are read by a code page. */
    isChoosing: () => stage === 'choosing' && !chosen,
    read(bytes: Uint8Array): string {
      if (chosen) return noticed(chosen.decode(bytes, { stream: true }));
      keep(bytes);
      return waitingLength >= needed ? step(false) : '';
    },
    finish(): string {
      if (chosen) return noticed(chosen.decode());
      return waitingLength > 0 ? step(true) : '';
    },
  };
}

/** Reads the text behind a byte order mark. */
function decoderOf(name: Encoding['name']): Pick<TextDecoder, 'decode'> {
  if (name === 'utf-8') return new TextDecoder(name, { ignoreBOM: true });
  if (name === 'utf-16le' || name === 'utf-16be') return new TextDecoder(name);
  return { decode: bytes => (bytes ? pages().decodePage(bytes as Uint8Array, name) : '') };
}

function pages(): typeof import('./code-page') {
  const part = codePages.get();
  if (!part) throw new Error('the code pages have not come');
  return part;
}

function nameOf(start: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  const [a, b, c, d] = start;
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  // Every form of text begins with two letters of ASCII.
  if (a && b === 0 && c && d === 0) return 'utf-16le';
  if (a === 0 && b && c === 0 && d) return 'utf-16be';
  return 'utf-8';
}

function hasUtf8Mark([a, b, c]: Uint8Array): boolean {
  return a === 0xef && b === 0xbb && c === 0xbf;
}

/** How many bytes there are without a letter of UTF-8 at the end that is not complete. */
function wholeLength(bytes: Uint8Array): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte >= 0xc0) return utf8Length(byte) > back ? bytes.length - back : bytes.length;
    if (byte < 0x80) break;
  }
  return bytes.length;
}

/** How many bytes the letter that begins with this one has; 0 where none does. */
function utf8Length(first: number): number {
  if (first < 0x80) return 1;
  if (first < 0xc2) return 0;
  if (first < 0xe0) return 2;
  if (first < 0xf0) return 3;
  return first < 0xf5 ? 4 : 0;
}

/** True when at least as many letters beyond ASCII are UTF-8, so many before these bytes included, as are not. */
function isMostlyUtf8(bytes: Uint8Array, before: number): boolean {
  let balance = before;
  for (let i = 0; i < bytes.length; ) {
    if ((bytes[i] ?? 0) < 0x80) {
      i += 1;
      continue;
    }
    const length = utf8Length(bytes[i] ?? 0);
    const rest = bytes.subarray(i + 1, i + length);
    const isBegun = length > 0 && rest.every(byte => (byte & 0xc0) === 0x80);
    balance += isBegun && rest.length === length - 1 ? 1 : -1;
    i += isBegun ? length : 1;
  }
  return balance >= 0;
}

function joined(pieces: readonly Uint8Array[], length: number): Uint8Array {
  if (pieces.length === 1 && pieces[0]) return pieces[0];
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}
