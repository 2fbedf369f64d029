/** Writes one line of the log. `level` is `error` for what the people who run the server should look at. */
export type Log = (level: 'info' | 'error', event: string, facts?: Readonly<Record<string, unknown>>) => void;

/**
 * Returns a log of JSON lines. `write` gets each line and `timeOf` returns the present time. Callers pass no query texts and
 * no addresses of readers.
 */
export function jsonLog(write: (line: string) => void, timeOf: () => string): Log {
  return (level, event, facts = {}) => write(JSON.stringify({ time: timeOf(), level, event, ...facts }));
}
