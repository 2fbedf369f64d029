/** Reads a stream of bytes in pieces whose lengths the caller chooses. */
export interface ByteSource {
  /** Fills `into` completely with the next bytes. Returns false if the stream ends before. */
  fill(into: Uint8Array): Promise<boolean>;
  /** Skips the next `length` bytes. Returns false if the stream ends before. */
  skip(length: number): Promise<boolean>;
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

export function joinBytes(pieces: readonly Uint8Array[], length: number): Uint8Array {
  if (pieces.length === 1 && pieces[0]) return pieces[0];
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}

/**
 * Yields the chunks of a stream, for browsers that can't iterate over streams. If the caller stops early, cancels the
 * stream.
 */
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

export async function joinAll(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of chunks) {
    pieces.push(piece);
    length += piece.length;
  }
  return joinBytes(pieces, length);
}
