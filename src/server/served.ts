import { createHash } from 'node:crypto';
import type { Engine } from '../engine/engine';
import { canonicalJson } from '../lib/canonical-json';
import type { OpenDataset } from '../model/answer';
import type { AskJson } from './json-replies';

export interface Served {
  engine: Engine;
  /** Asks the engine for replies as JSON. If omitted, `engine.ask` is used. */
  askJson?: AskJson | undefined;
  open: OpenDataset;
  /** Identifies the content of the dataset. Any change of the data gives another version. */
  version: string;
  /** Ends the engine. Must not be called while the engine works on a question. */
  close(): void;
}

/**
 * The version of the format of replies. Must be increased whenever the same data leads to another reply to the same
 * question.
 */
export const REPLIES = '1';

/**
 * Opens the dataset of an engine that has only one dataset, such as a database. The version is a hash of the engine's
 * version and the dataset's description.
 */
export async function servedBy(engine: Engine): Promise<Served> {
  const open = await engine.open({ kind: 'address', address: '' });
  const { key, ...described } = open;
  const content = [REPLIES, (await engine.version?.(key)) ?? null, described];
  const version = createHash('sha256').update(canonicalJson(content)).digest('hex').slice(0, 16);
  return { engine, open, version, close: () => {} };
}

/** A served dataset, and a function that the request calls when it no longer needs the dataset. */
export interface Lease {
  served: Served;
  release(): void;
}

/** Stores the dataset that is currently served. A replaced dataset is closed once the last request has released it. */
export class Shelf {
  #current: Served | null = null;
  readonly #leases = new Map<Served, number>();

  get current(): Served | null {
    return this.#current;
  }

  replace(next: Served | null): void {
    const before = this.#current;
    this.#current = next;
    if (before) this.#closeIfUnused(before);
  }

  /** Returns the current dataset for the use of one request. Null if there is none. */
  lease(): Lease | null {
    const served = this.#current;
    if (!served) return null;
    this.#leases.set(served, (this.#leases.get(served) ?? 0) + 1);
    let isReleased = false;
    return {
      served,
      release: () => {
        if (isReleased) return;
        isReleased = true;
        this.#leases.set(served, (this.#leases.get(served) ?? 1) - 1);
        if (served !== this.#current) this.#closeIfUnused(served);
      },
    };
  }

  #closeIfUnused(served: Served): void {
    if ((this.#leases.get(served) ?? 0) > 0) return;
    this.#leases.delete(served);
    served.close();
  }
}
