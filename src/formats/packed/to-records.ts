import { OpenFailure } from '../../model/problem';
import type { Records, WordIndex } from '../../model/records';
import type { ImageAt } from '../document/known';
import type { OpenedRecords } from '../form';
import { type Columns, findPosition, type Ids, idAt } from './columns';
import { createActivityDecoder } from './decode-activity';
import { type PackedPart, readPacked } from './read';
import { emptyTextChunk, type TextChunk } from './text-chunk';

interface Deferred<T> {
  /** The result of the promise; undefined until it is resolved. */
  value: T | undefined;
  promise: Promise<T>;
  resolve(value: T): void;
}

/**
 * Returns the records of a packed dataset as soon as its columns and ids were read. Then reads the text of the sample
 * and the first chunk. The rest is read when a caller first waits for text or the index of words. Throws `OpenFailure`
 * if the file is damaged before the end of the ids. Later damage only affects text and is reported by `textLoss`. An
 * activity without text shows its id and its days.
 */
export async function packedToRecords(bytes: AsyncIterable<Uint8Array>, imageAt?: ImageAt): Promise<OpenedRecords> {
  const parts = readPacked(bytes);
  const first = await parts.next();
  const second = await parts.next();
  if (first.value?.kind !== 'columns' || second.value?.kind !== 'ids')
    throw new TypeError('columns and ids come first');
  const { root, columns, problems, unlisted } = first.value;
  return { root, records: recordsOf(columns, second.value.ids, parts, imageAt), problems, unlisted };
}

function recordsOf(columns: Columns, ids: Ids, parts: AsyncGenerator<PackedPart, void>, imageAt?: ImageAt): Records {
  const damaged = new Set<number>();
  const decode = createActivityDecoder(columns, ids, position => damaged.add(position), imageAt);
  let failure: OpenFailure | null = null;
  const lost = new Set<TextChunk>();
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
        if (part.isLost) lose(part.chunk);
        arrivalAt(count).resolve(part.chunk);
        count += 1;
        await wanted.promise;
      }
    } catch (error) {
      failure = error instanceof OpenFailure ? error : new OpenFailure('damaged', String(error));
      for (let first = count * chunkSize; first < columns.size; first += chunkSize) {
        const chunk = emptyTextChunk(first, Math.min(chunkSize, columns.size - first));
        lose(chunk);
        arrivalAt(first / chunkSize).resolve(chunk);
      }
    }
    isWhole = true;
    words.resolve(null);
  }

  function lose(chunk: TextChunk): void {
    lost.add(chunk);
    for (let i = 0; i < chunk.size; i += 1) if (!sample.has(chunk.first + i)) damaged.add(chunk.first + i);
  }

  function arrivalAt(chunk: number): Deferred<TextChunk> {
    const known = arrivals[chunk] ?? deferred<TextChunk>();
    arrivals[chunk] = known;
    return known;
  }

  function textIfThere(position: number): TextChunk | undefined {
    const chunk = arrivals[Math.floor(position / chunkSize)]?.value;
    return chunk && !lost.has(chunk) ? chunk : (sample.get(position) ?? chunk);
  }

  function textOf(position: number): TextChunk {
    const chunk = textIfThere(position);
    if (!chunk) throw new RangeError(`the text of position ${position} has not come`);
    return chunk;
  }

  end = take();
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
      return come;
    },
    whole() {
      wanted.resolve(true);
      return isWhole ? null : end;
    },
    textLoss() {
      if (damaged.size === 0 && !failure) return null;
      const { code, found } = failure ?? new OpenFailure('damaged', 'text');
      return { code, found, count: damaged.size };
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
