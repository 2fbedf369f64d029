import { CONFIG_FILE } from '../../model/explorer-config';

/** The fields that the page needs before it opens a dataset, and the text of the whole file. */
export interface StartConfig {
  /** '' if the file is missing or names no dataset. */
  dataset: string;
  /** The query string of the default view; '' if there is none. */
  view: string;
  /** The address of a server that answers the page's questions; '' if the page answers them itself. */
  engine: string;
  /** The origins from which data may be loaded. Null if the file does not restrict them. */
  dataOrigins: readonly string[] | null;
  /** The interface languages that the page offers; null for all. */
  languages: readonly string[] | null;
  /** The text of the file, which `readConfig` checks later. '' if there is no file. */
  text: string;
}

/** Fetches `explorer.json` beside the page. Returns an empty configuration if the file is missing or can't be read. */
export async function fetchConfig(): Promise<StartConfig> {
  const response = await fetch(CONFIG_FILE).catch(() => null);
  return startConfigOf(response?.ok ? await response.text().catch(() => '') : '');
}

/** Reads the fields that the page needs at once. `readConfig` checks all fields later. */
export function startConfigOf(text: string): StartConfig {
  let fields: Readonly<Record<string, unknown>> = {};
  try {
    fields = Object(JSON.parse(text));
  } catch {
    // `readConfig` reports that the text is not JSON.
  }
  const words = (value: unknown) => (typeof value === 'string' ? value.trim() : '');
  const list = (value: unknown) =>
    value === undefined ? null : [value].flat().filter(entry => typeof entry === 'string');
  return {
    dataset: words(fields.dataset),
    view: words(fields.view),
    engine: words(Object(fields.engine).url),
    dataOrigins: list(fields.dataOrigins),
    languages: list(fields.languages),
    text,
  };
}
