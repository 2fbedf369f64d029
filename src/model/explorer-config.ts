import type { Text } from './dataset';

/** The name of the file beside the page that says which dataset the page opens, and with which settings. */
export const CONFIG_FILE = 'explorer.json';

export const CONFIG_FORMAT = 'chronofacet-explorer/1';

export interface ConfigLink {
  label: Text;
  url: string;
}

/** The content of `explorer.json`. Addresses are relative to the page. */
export interface ExplorerConfig {
  /** The address of the dataset that opens if the link names none. */
  dataset: string;
  /** The name of the explorer. It replaces the title of the deployment's dataset. */
  title?: Text;
  /** The interface languages that the explorer offers, as BCP 47 tags. */
  languages?: readonly string[];
  /** The query string of the view that opens if the page's address has no query string. */
  view?: string;
  /** An e-mail or https address for corrections. It replaces the dataset's own. */
  contact?: string;
  accent?: string;
  logo?: string;
  links?: readonly ConfigLink[];
  /** Other origins from which datasets may be opened. The content security policy must allow them too. */
  dataOrigins?: readonly string[];
  /** The server that answers instead of the page's own engine. */
  engine?: { url: string };
}
