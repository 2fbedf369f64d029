/** The maximum number of addresses that are remembered. */
const MAX_ADDRESSES = 10_000;

interface Bucket {
  tokens: number;
  at: number;
}

/**
 * Limits the requests of each address with a token bucket: `perMinute` requests a minute on average, and as many at once.
 * 0 means no limit. `now` returns milliseconds.
 */
export class RateLimit {
  readonly #perMinute: number;
  readonly #now: () => number;
  readonly #buckets = new Map<string, Bucket>();

  constructor(perMinute: number, now: () => number) {
    this.#perMinute = perMinute;
    this.#now = now;
  }

  /**
   * Counts a request. Returns 0 if the request is allowed, otherwise the number of seconds after which the address may
   * ask again.
   */
  secondsToWait(address: string): number {
    if (this.#perMinute === 0) return 0;
    const now = this.#now();
    const perMs = this.#perMinute / 60_000;
    const { tokens, at } = this.#buckets.get(address) ?? { tokens: this.#perMinute, at: now };
    const left = Math.min(this.#perMinute, tokens + (now - at) * perMs);
    this.#buckets.delete(address);
    this.#buckets.set(address, { tokens: left >= 1 ? left - 1 : left, at: now });
    const [oldest] = this.#buckets.keys();
    if (this.#buckets.size > MAX_ADDRESSES && oldest !== undefined) this.#buckets.delete(oldest);
    return left >= 1 ? 0 : Math.ceil((1 - left) / perMs / 1000);
  }
}
