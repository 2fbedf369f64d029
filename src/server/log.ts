/** Writes one line of the log. The level `error` is for events that need the attention of the server's operators. */
export type Log = (level: 'info' | 'error', event: string, facts?: Readonly<Record<string, unknown>>) => void;

/**
 * Returns a log of JSON lines. `write` gets each line, and `timeOf` returns the current time. Callers must not pass
 * search texts or network addresses, to protect readers.
 */
export function jsonLog(write: (line: string) => void, timeOf: () => string): Log {
  return (level, event, facts = {}) => write(JSON.stringify({ time: timeOf(), level, event, ...facts }));
}
