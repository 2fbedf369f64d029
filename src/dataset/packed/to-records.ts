import type { Records, WordIndex } from '../../model/records';
import type { OpenedRecords } from '../opened-records';
import { type Columns, findPosition, type Ids, idAt } from './columns';
import { createActivityDecoder } from './decode-activity';
import { type PackedPart, readPacked } from './read';
import type { TextChunk } from './text-chunk';

/** What comes later than it is asked for. */
interface Deferred<T> {
  /** What it came to. */
  value: T | undefined;
  promise: Promise<T>;
  resolve(value: T): void;
}

/**
 * The records of a packed dataset as soon as its columns and ids are there. The text of a sample and of the first chunk comes by
 * itself, the rest from when anybody waits for text, or for the index of the words, on. Throws `OpenFailure` when the file ends
 * or breaks before that, and so does waiting for text that never comes.
 */
export async function packedToRecords(bytes: AsyncIterable<Uint8Array>): Promise<OpenedRecords> {
  const parts = readPacked(bytes);
  const first = await parts.next();
  const second = await parts.next();
  if (first.value?.kind !== 'columns' || second.value?.kind !== 'ids')
    throw new TypeError('columns and ids come first');
  const { columns, problems, moreProblems } = first.value;
  return { records: recordsOf(columns, second.value.ids, parts), problems, moreProblems };
}

function recordsOf(columns: Columns, ids: Ids, parts: AsyncGenerator<PackedPart, void>): Records {
  const decode = createActivityDecoder(columns, ids);
  /** The chunks of text in their order. */
  const arrivals: Deferred<TextChunk>[] = [];
  let chunkSize = Math.max(1, columns.size);
  let sample: ReadonlyMap<number, TextChunk> = new Map();
  let end: Promise<void> | null = null;
  let isWhole = columns.size === 0;
  const words = deferred<WordIndex | null>();
  const wanted = deferred<true>();

  async function take(): Promise<void> {
    let count = 0;
    try {
      for await (const part of parts) {
        if (part.kind === 'sample') sample = part.texts;
        if (part.kind === 'words') words.resolve(part.index);
        if (part.kind !== 'text') continue;
        if (count === 0) chunkSize = Math.max(1, part.chunk.size);
        arrivalAt(count).resolve(part.chunk);
        count += 1;
        await wanted.promise;
      }
      isWhole = true;
    } finally {
      words.resolve(null);
    }
  }

  function arrivalAt(chunk: number): Deferred<TextChunk> {
    const known = arrivals[chunk] ?? deferred<TextChunk>();
    arrivals[chunk] = known;
    return known;
  }

  function textIfThere(position: number): TextChunk | undefined {
    return arrivals[Math.floor(position / chunkSize)]?.value ?? sample.get(position);
  }

  function textOf(position: number): TextChunk {
    const chunk = textIfThere(position);
    if (!chunk) throw new RangeError(`the text of position ${position} has not come`);
    return chunk;
  }

  end = take();
  end.catch(() => {});
  const firstArrival = arrivalAt(0);
  return {
    ...columns,
    idAt: position => idAt(ids, position),
    positionOf: id => findPosition(ids, id),
    rowAt: position => decode.row(textOf(position), position),
    textAt: (position, field) => decode.text(textOf(position), position, field),
    activityAt: position => decode.activity(textOf(position), position),
    hasText: position => textIfThere(position) !== undefined,
    ready(positions) {
      const missing = positions.filter(position => !textIfThere(position));
      if (missing.length === 0) return null;
      wanted.resolve(true);
      const come = firstArrival.promise.then(async () => {
        const chunks = new Set(missing.map(position => Math.floor(position / chunkSize)));
        await Promise.all([...chunks].map(chunk => arrivalAt(chunk).promise));
      });
      // What never comes is told by the end.
      return Promise.race([come, end]);
    },
    whole() {
      wanted.resolve(true);
      return isWhole ? null : end;
    },
    wordIndex() {
      wanted.resolve(true);
      return words.promise;
    },
  };
}

function deferred<T>(): Deferred<T> {
  let settle: (value: T) => void = () => {};
  const promise = new Promise<T>(resolve => {
    settle = resolve;
  });
  const made: Deferred<T> = {
    value: undefined,
    promise,
    resolve(value) {
      made.value ??= value;
      settle(value);
    },
  };
  return made;
}
