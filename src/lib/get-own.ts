/** A record's own entry: a key such as `constructor`, which every object inherits, finds nothing. */
export function getOwn<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
