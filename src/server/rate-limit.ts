const MAX_CLIENTS = 10_000;

/**
 * Returns the part of a network address that identifies one client. For IPv6, that is the first 64 bits, because a
 * client can use every address of its network. An IPv4 address in the form of IPv6 (`::ffff:1.2.3.4`) becomes the IPv4
 * address.
 */
export function clientOf(address: string): string {
  if (!address.includes(':') || address.includes('.')) return address.replace(/^::ffff:/i, '');
  const [head = '', tail] = address.split('::');
  const groups = head === '' ? [] : head.split(':');
  const after = tail ? tail.split(':') : [];
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - groups.length - after.length);
  const all = [...groups, ...Array.from({ length: zeros }, () => '0'), ...after];
  return all
    .slice(0, 4)
    .map(group => Number.parseInt(group, 16).toString(16))
    .join(':');
}

interface Bucket {
  tokens: number;
  at: number;
}

/**
 * Limits the requests of each client with a token bucket. `perMinute` is both the average number of requests a minute
 * and the number allowed at once; 0 means no limit. `now` returns milliseconds.
 */
export class RateLimit {
  readonly #perMinute: number;
  readonly #now: () => number;
  readonly #buckets = new Map<string, Bucket>();

  constructor(perMinute: number, now: () => number) {
    this.#perMinute = perMinute;
    this.#now = now;
  }

  /** Counts a request. Returns 0 if the request is allowed, otherwise the seconds until the client may ask again. */
  secondsToWait(address: string): number {
    if (this.#perMinute === 0) return 0;
    const now = this.#now();
    const perMs = this.#perMinute / 60_000;
    const client = clientOf(address);
    const { tokens, at } = this.#buckets.get(client) ?? { tokens: this.#perMinute, at: now };
    const left = Math.min(this.#perMinute, tokens + (now - at) * perMs);
    this.#buckets.delete(client);
    this.#buckets.set(client, { tokens: left >= 1 ? left - 1 : left, at: now });
    const [oldest] = this.#buckets.keys();
    if (this.#buckets.size > MAX_CLIENTS && oldest !== undefined) this.#buckets.delete(oldest);
    return left >= 1 ? 0 : Math.ceil((1 - left) / perMs / 1000);
  }
}
