import { CONFIG_FILE } from '../../model/explorer-config';

/** The fields that the page needs before it can open a dataset, and the text of the whole file. */
export interface StartConfig {
  /** Null if the file is missing or names no dataset. */
  dataset: string | null;
  /** The query string of the default view; '' without one. */
  view: string;
  /** Null if the file does not narrow the origins. */
  dataOrigins: readonly string[] | null;
  /** The interface languages that the page offers. Null if it offers all. */
  languages: readonly string[] | null;
  /** The file, to be checked as a whole later; '' if there is none. */
  text: string;
}

const NONE: StartConfig = { dataset: null, view: '', dataOrigins: null, languages: null, text: '' };

/** Fetches `explorer.json` beside the page. Returns an empty configuration if the file is missing or can't be read. */
export async function fetchConfig(): Promise<StartConfig> {
  try {
    const response = await fetch(CONFIG_FILE);
    // Some servers answer with a page of their own instead of 404.
    return response.ok ? startConfigOf((await response.text()).trim()) : NONE;
  } catch {
    return NONE;
  }
}

/** Picks out, without checking the others, the fields that are needed at once. */
export function startConfigOf(text: string): StartConfig {
  if (text.startsWith('<')) return NONE;
  try {
    const { dataset, view, dataOrigins, languages } = JSON.parse(text);
    return {
      dataset: stringOf(dataset) || null,
      view: (stringOf(view) ?? '').replace(/^\?/, ''),
      dataOrigins: stringsOf(dataOrigins),
      languages: stringsOf(languages),
      text,
    };
  } catch {
    return { ...NONE, text };
  }
}

function stringOf(value: unknown): string | null {
  return typeof value === 'string' ? value.trim() : null;
}

function stringsOf(value: unknown): string[] | null {
  return Array.isArray(value) ? value.filter(entry => typeof entry === 'string') : null;
}
