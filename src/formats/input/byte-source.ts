/** Bytes of a stream, taken in lengths of one's own. */
export interface ByteSource {
  /** Fills all of `into` with the next bytes; false when the stream ends before. */
  fill(into: Uint8Array): Promise<boolean>;
  /** False when the stream ends before. */
  skip(length: number): Promise<boolean>;
  /** Tells the stream that no more is wanted. */
  close(): Promise<void>;
}

export function byteSource(chunks: AsyncIterable<Uint8Array>): ByteSource {
  const iterator = chunks[Symbol.asyncIterator]();
  let chunk: Uint8Array = new Uint8Array();
  let at = 0;

  async function advance(length: number, visit: (piece: Uint8Array, done: number) => void): Promise<boolean> {
    for (let done = 0; done < length; ) {
      if (at === chunk.length) {
        const next = await iterator.next();
        if (next.done) return false;
        chunk = next.value;
        at = 0;
        continue;
      }
      const piece = chunk.subarray(at, at + length - done);
      visit(piece, done);
      done += piece.length;
      at += piece.length;
    }
    return true;
  }

  return {
    fill: into => advance(into.length, (piece, done) => into.set(piece, done)),
    skip: length => advance(length, () => {}),
    async close() {
      await iterator.return?.();
    },
  };
}

/** The chunks of a stream, for browsers whose streams can't be iterated. Left early, the stream is cancelled. */
export async function* chunksOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  let isDone = false;
  try {
    for (;;) {
      const next = await reader.read();
      if (next.done) break;
      yield next.value;
    }
    isDone = true;
  } finally {
    if (!isDone) await reader.cancel().catch(() => {});
    reader.releaseLock();
  }
}
