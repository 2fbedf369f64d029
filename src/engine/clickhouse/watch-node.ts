/** A node that was silent for this many milliseconds gets a ping, and must reply to the ping in time. */
const SILENT_MS = 1000;
const PING_MS = 2000;

interface Watch {
  /** Aborts when the node does not reply to a ping. */
  signal: AbortSignal;
  stop(): void;
}

/**
 * Watches a node that works on a statement. An unreachable node that refuses no connections would otherwise delay the
 * statement until its time limit. `ping` sends a short request to the node.
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
