export function hasUtf8Mark([a, b, c]: Uint8Array): boolean {
  return a === 0xef && b === 0xbb && c === 0xbf;
}

/** Returns the number of bytes up to the end of the last complete character. */
export function wholeLength(bytes: Uint8Array): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte >= 0xc0) return characterLength(byte) > back ? bytes.length - back : bytes.length;
    if (byte < 0x80) break;
  }
  return bytes.length;
}

/** Returns the length in bytes of a character with this first byte. Returns 0 if no character begins with this byte. */
function characterLength(first: number): number {
  if (first < 0x80) return 1;
  if (first < 0xc2) return 0;
  if (first < 0xe0) return 2;
  if (first < 0xf0) return 3;
  return first < 0xf5 ? 4 : 0;
}

/**
 * Returns whether at least half of the characters beyond ASCII are valid UTF-8. `validBefore` counts the valid
 * characters beyond ASCII before these bytes.
 */
export function isMostlyUtf8(bytes: Uint8Array, validBefore: number): boolean {
  let balance = validBefore;
  for (let i = 0; i < bytes.length; ) {
    if ((bytes[i] ?? 0) < 0x80) {
      i += 1;
      continue;
    }
    const length = characterLength(bytes[i] ?? 0);
    const rest = bytes.subarray(i + 1, i + length);
    const isBegun = length > 0 && rest.every(byte => (byte & 0xc0) === 0x80);
    balance += isBegun && rest.length === length - 1 ? 1 : -1;
    i += isBegun ? length : 1;
  }
  return balance >= 0;
}
