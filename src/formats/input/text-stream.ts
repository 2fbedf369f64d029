import { lazyModule } from '../../lib/lazy-module';
import { ENCODINGS } from '../../model/encodings';
import { joinBytes } from './byte-source';
import { type Encoding, encodingOf } from './encoding';
import { hasUtf8Mark, isMostlyUtf8, wholeLength } from './utf8';

export interface TextStream {
  pieces: AsyncGenerator<string, void>;
  /** The encoding of the text. It may change until all pieces were read. */
  encoding: Readonly<Encoding>;
}

type OnUtf8 = (bytes: Uint8Array) => void;

const encoder = new TextEncoder();

/** Loads the code for Windows code pages. It is loaded on demand, because most files are UTF-8. */
export const codePages = lazyModule(() => import('./code-page'));

/** The number of bytes from which a code page is chosen. They start at the piece with the first invalid UTF-8 byte. */
const CHOOSING_LENGTH = 1 << 16;

/** The number of bytes at the start that distinguish UTF-8 and UTF-16. */
const MARK_LENGTH = 4;

const CONTEXT_LENGTH = 20;

/**
 * Decodes bytes as text while they arrive, without the byte order mark. If `chosen` names an encoding, decodes the
 * whole text in this encoding. Otherwise chooses the encoding:
 *
 * - UTF-16 if the byte order mark says so, or if every other byte at the start is zero; UTF-8 if not.
 * - From the first byte that is not UTF-8, the Windows code page that fits best.
 * - But if most characters beyond ASCII are valid UTF-8, the whole text is read as damaged UTF-8. Invalid bytes become
 *   U+FFFD, and `encoding.damage` shows the first of them.
 *
 * `onUtf8` gets the text of all pieces as UTF-8, in their order.
 */
export function textStream(bytes: AsyncIterable<Uint8Array>, chosen?: string, onUtf8?: OnUtf8): TextStream {
  const decoder = createStreamDecoder(onUtf8);
  async function* pieces(): AsyncGenerator<string, void> {
    const name = ENCODINGS.find(encoding => encoding === chosen);
    if (name !== undefined) {
      await codePages.load();
      decoder.choose(name);
    }
    for await (const chunk of bytes) {
      if (decoder.needsCodePage()) await codePages.load();
      const text = decoder.decode(chunk);
      if (text !== '') yield text;
    }
    // The first bytes that are not UTF-8 may be the last bytes of the file. Then `finish` runs a second time, with the
    // code pages loaded.
    for (let isDone = false; !isDone; isDone = !decoder.needsCodePage()) {
      if (decoder.needsCodePage()) await codePages.load();
      const text = decoder.finish();
      if (text !== '') yield text;
    }
  }
  return { pieces: pieces(), encoding: decoder.encoding };
}

function createStreamDecoder(onUtf8?: OnUtf8) {
  const encoding: Encoding = { name: 'utf-8', damage: null };
  const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let chosen: Pick<TextDecoder, 'decode'> | undefined;
  let waiting: Uint8Array[] = [];
  let waitingLength = 0;
  let needed = MARK_LENGTH;
  let stage: 'mark' | 'strict' | 'choosing' = 'mark';
  let beyondAscii = 0;
  let recent = '';

  function takeWaiting(): Uint8Array {
    const bytes = joinBytes(waiting, waitingLength);
    waiting = [];
    waitingLength = 0;
    return bytes;
  }

  function keep(bytes: Uint8Array): void {
    if (bytes.length === 0) return;
    waiting.push(bytes);
    waitingLength += bytes.length;
  }

  function decodeWaiting(isEnd: boolean): string {
    const bytes = takeWaiting();
    if (stage === 'mark') return detect(bytes, isEnd);
    if (stage === 'strict') return decodeStrictly(bytes, isEnd);
    return choose(bytes, isEnd);
  }

  function detect(bytes: Uint8Array, isEnd: boolean): string {
    encoding.name = encodingOf(bytes);
    stage = 'strict';
    needed = 1;
    if (encoding.name === 'utf-8') return decodeStrictly(hasUtf8Mark(bytes) ? bytes.subarray(3) : bytes, isEnd);
    chosen = decoderOf(encoding.name);
    return noteDamage(chosen.decode(bytes, { stream: !isEnd }));
  }

  function decodeStrictly(bytes: Uint8Array, isEnd: boolean): string {
    const end = isEnd ? bytes.length : wholeLength(bytes);
    try {
      const text = strict.decode(bytes.subarray(0, end));
      onUtf8?.(bytes.subarray(0, end));
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
    if (!isMostlyUtf8(bytes, beyondAscii)) encoding.name = loadedCodePages().codePageOf(bytes);
    chosen = decoderOf(encoding.name);
    return noteDamage(chosen.decode(bytes, { stream: !isEnd }));
  }

  /** Takes in a text that may have lost characters when it was decoded. */
  function noteDamage(text: string): string {
    onUtf8?.(encoder.encode(text));
    const at = encoding.damage === null ? text.indexOf('\uFFFD') : -1;
    if (at >= 0) {
      const before = (recent + text.slice(0, at)).slice(-CONTEXT_LENGTH);
      encoding.damage = before + text.slice(at, at + CONTEXT_LENGTH);
    }
    noteRecent(text);
    return text;
  }

  function noteRecent(text: string): void {
    recent = (text.length < CONTEXT_LENGTH ? recent + text : text).slice(-CONTEXT_LENGTH);
  }

  return {
    encoding,
    /** Decodes all bytes in the given encoding. The code pages must be loaded. */
    choose(name: Encoding['name']): void {
      encoding.name = name;
      chosen = name === 'utf-8' ? new TextDecoder(name) : decoderOf(name);
    },
    /** Whether the code pages must be loaded before the next call of `decode` or `finish`. */
    needsCodePage: () => stage === 'choosing' && !chosen,
    decode(bytes: Uint8Array): string {
      if (chosen) return noteDamage(chosen.decode(bytes, { stream: true }));
      keep(bytes);
      return waitingLength >= needed ? decodeWaiting(false) : '';
    },
    finish(): string {
      if (chosen) return noteDamage(chosen.decode());
      return waitingLength > 0 ? decodeWaiting(true) : '';
    },
  };
}

/** Returns a decoder that removes the byte order mark of UTF-16. The caller has already removed the mark of UTF-8. */
function decoderOf(name: Encoding['name']): Pick<TextDecoder, 'decode'> {
  if (name === 'utf-8') return new TextDecoder(name, { ignoreBOM: true });
  if (name === 'utf-16le' || name === 'utf-16be') return new TextDecoder(name);
  return { decode: bytes => (bytes ? loadedCodePages().decodePage(bytes as Uint8Array, name) : '') };
}

function loadedCodePages(): typeof import('./code-page') {
  const part = codePages.get();
  if (!part) throw new Error('the code pages are not loaded');
  return part;
}
