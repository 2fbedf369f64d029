import { createHash } from 'node:crypto';
import type { Engine } from '../engine/engine';
import { canonicalJson } from '../lib/canonical-json';
import type { OpenDataset } from '../model/answer';

/** An open dataset that the server answers from. */
export interface Served {
  engine: Engine;
  open: OpenDataset;
  /** Names the state of the data. It is different once anything in the data has changed. */
  version: string;
  /** Ends the engine. No question is being worked on any more. */
  close(): void;
}

/** The version of the replies. It changes when the same question gets another reply. */
export const REPLIES = '1';

/** Opens the dataset of an engine that has only one, such as a database. Its version is that of its whole content. */
export async function servedBy(engine: Engine): Promise<Served> {
  const open = await engine.open({ kind: 'address', address: '' });
  const { key, ...described } = open;
  const content = [REPLIES, (await engine.version?.(key)) ?? null, described];
  const version = createHash('sha256').update(canonicalJson(content)).digest('hex').slice(0, 16);
  return { engine, open, version, close: () => {} };
}

/** A served dataset, and the function that says that a request no longer needs it. */
export interface Lease {
  served: Served;
  release(): void;
}

/** Holds the dataset that is served at present. One that was replaced is closed when the last request has released it. */
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

  /** Takes out the current dataset for one request. Null if there is none. */
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
