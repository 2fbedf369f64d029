import type { Problem } from '../../model/problem';
import type { CodePage } from './code-page';

type Unicode = 'utf-8' | 'utf-16le' | 'utf-16be';

export interface Encoding {
  name: Unicode | CodePage;
  /** The text around the first bytes that are invalid in this encoding. Null if all bytes are valid. */
  damage: string | null;
}

/** Returns problems that say how the bytes of a file were decoded. Returns none for valid UTF-8. */
export function encodingProblems({ name, damage }: Encoding): Problem[] {
  const problems: Problem[] = [];
  if (name !== 'utf-8') problems.push({ path: '', code: 'notUtf8', loss: 'note', found: name });
  if (damage !== null) problems.push({ path: '', code: 'badBytes', loss: 'field', found: damage });
  return problems;
}

/** Returns the Unicode encoding that the first four bytes of a text suggest. */
export function encodingOf([a, b, c, d]: Uint8Array): Unicode {
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  // Every form of text begins with two ASCII characters. So without a byte order mark, zero bytes show UTF-16.
  if (a && b === 0 && c && d === 0) return 'utf-16le';
  if (a === 0 && b && c === 0 && d) return 'utf-16be';
  return 'utf-8';
}
