export interface Options {
  /** What stands alone. */
  files: readonly string[];
  values: ReadonlyMap<string, string>;
}

/** Reads `--name value` for the names given; null for an option of another name, or without its value. */
export function parseOptions(args: readonly string[], names: readonly string[]): Options | null {
  const files: string[] = [];
  const values = new Map<string, string>();
  for (let i = 0; i < args.length; i += 1) {
    const arg = args[i] ?? '';
    if (!arg.startsWith('--')) {
      files.push(arg);
      continue;
    }
    i += 1;
    const value = args[i];
    if (!names.includes(arg.slice(2)) || value === undefined) return null;
    values.set(arg.slice(2), value);
  }
  return { files, values };
}
