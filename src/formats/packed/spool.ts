/** Stores bytes in the order in which they are appended. They can be read again from any offset. */
export interface Spool {
  append(bytes: Uint8Array): void;
  /** Fills `into` completely with the bytes from `offset` on. */
  read(offset: number, into: Uint8Array): void;
}

const BLOCK_LENGTH = 1 << 16;

export function memorySpool(): Spool {
  const blocks: Uint8Array[] = [];
  let length = 0;
  return {
    append(bytes) {
      for (let done = 0; done < bytes.length; ) {
        const at = length % BLOCK_LENGTH;
        if (at === 0) blocks.push(new Uint8Array(BLOCK_LENGTH));
        const piece = bytes.subarray(done, done + BLOCK_LENGTH - at);
        blocks.at(-1)?.set(piece, at);
        done += piece.length;
        length += piece.length;
      }
    },
    read(offset, into) {
      for (let done = 0; done < into.length; ) {
        const at = (offset + done) % BLOCK_LENGTH;
        const block = blocks[Math.floor((offset + done) / BLOCK_LENGTH)];
        if (!block) throw new RangeError('read past the end of the spool');
        const piece = block.subarray(at, at + into.length - done);
        into.set(piece, done);
        done += piece.length;
      }
    },
  };
}
