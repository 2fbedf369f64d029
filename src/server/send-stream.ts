import { Readable } from 'node:stream';
import { createGzip, constants as zlib } from 'node:zlib';
import type { Context } from 'hono';
import type { Log } from './log';
import { encodingFor } from './replies';

/** Yields `first` and the other pieces of an iterator. Always ends the iterator, even if the caller takes no piece. */
export async function* piecesFrom<T>(first: IteratorResult<T>, rest: AsyncIterator<T>): AsyncGenerator<T, void> {
  try {
    for (let next = first; !next.done; next = await rest.next()) yield next.value;
  } finally {
    await rest.return?.();
  }
}

interface Streamed {
  facts: Readonly<Record<string, string>>;
  /** Whether the bytes may be compressed for clients that accept compression. */
  isPackable: boolean;
  /** Called once, after all bytes are sent or the client has closed the connection. */
  onClose: () => void;
  log: Log;
}

/** Sends a reply piece by piece, at the speed of the client. A reply to HEAD has no body. */
export function sendStream(
  context: Context,
  pieces: AsyncIterable<string | Uint8Array>,
  { facts, isPackable, onClose, log }: Streamed,
): Response {
  const isPacked =
    isPackable && encodingFor(context.req.header('Accept-Encoding'), Number.POSITIVE_INFINITY) !== 'identity';
  const headers = {
    ...facts,
    Vary: 'Accept-Encoding',
    ...(isPacked && { 'Content-Encoding': 'gzip' }),
  };
  const plain = Readable.from(pieces, { objectMode: false, highWaterMark: 64 * 1024 });
  plain.on('close', onClose);
  plain.on('error', error => {
    if (!context.req.raw.signal.aborted) log('error', 'brokenReply', { message: error.message });
  });
  if (context.req.method === 'HEAD') {
    plain.destroy();
    return context.body(null, 200, headers);
  }
  const sent = isPacked ? plain.pipe(createGzip({ level: zlib.Z_BEST_SPEED })) : plain;
  if (sent !== plain) {
    sent.on('close', () => plain.destroy());
    plain.on('error', error => sent.destroy(error));
  }
  return context.body(Readable.toWeb(sent) as ReadableStream, 200, headers);
}
