/** Thrown when the server has too much other work to begin with a question. */
export class Busy extends Error {}

/** The number of questions that may wait for a slot. */
const MAX_WAITING = 1000;

/** Lets a limited number of questions go to the engine at once. The others wait; the one that came first goes first. */
export class Slots {
  #free: number;
  readonly #waiting: (() => void)[] = [];

  constructor(count: number) {
    this.#free = count;
  }

  /**
   * Waits for a slot and returns a function that frees it. Rejects with `Busy` if too many wait already, or with the
   * signal's reason.
   */
  async take(signal: AbortSignal): Promise<() => void> {
    signal.throwIfAborted();
    if (this.#free > 0) this.#free -= 1;
    else if (this.#waiting.length >= MAX_WAITING) throw new Busy();
    else await this.#turn(signal);
    let isFreed = false;
    return () => {
      if (isFreed) return;
      isFreed = true;
      const next = this.#waiting.shift();
      if (next) next();
      else this.#free += 1;
    };
  }

  #turn(signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const go = () => {
        signal.removeEventListener('abort', giveUp);
        resolve();
      };
      const giveUp = () => {
        this.#waiting.splice(this.#waiting.indexOf(go), 1);
        reject(signal.reason);
      };
      signal.addEventListener('abort', giveUp, { once: true });
      this.#waiting.push(go);
    });
  }
}
