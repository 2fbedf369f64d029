/** How long a node may be silent until it is asked whether it is there, and how long it may take to say so. */
const SILENT_MS = 1000;
const PING_MS = 2000;

interface Watch {
  /** Aborts when the node turned out to be away. */
  signal: AbortSignal;
  stop(): void;
}

/**
 * Watches a node that works on a statement. One that is away without refusing connections would hold the statement until its
 * time limit. `ping` asks the node for any reply.
 */
export function watchNode(ping: (signal: AbortSignal) => Promise<unknown>, silentMs = SILENT_MS): Watch {
  const away = new AbortController();
  let isStopped = false;
  let timer = setTimeout(look, silentMs);

  async function look(): Promise<void> {
    try {
      await ping(AbortSignal.timeout(PING_MS));
    } catch (error) {
      if (!isStopped) away.abort(error);
      return;
    }
    if (!isStopped) timer = setTimeout(look, silentMs);
  }

  return {
    signal: away.signal,
    stop() {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}
