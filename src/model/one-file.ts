/** The settings that an explorer in a single HTML file contains, as JSON, beside its dataset. */
export interface OneFileSettings {
  /** The address of the explorer to which copied links lead, without a query. Null if links lead to the file itself. */
  address: string | null;
  /** The `data` parameter of copied links. Null if the explorer at `address` opens the dataset without it. */
  data: string | null;
  /** The name of the dataset's file. */
  name: string;
  /** The text of an `explorer.json`; '' if there is none. */
  config: string;
}

/** The path, from `index.html`, of the built HTML file that lacks only the settings and the dataset. */
export const ONE_FILE_TEMPLATE = 'single/explorer.html';

/**
 * The maximum number of activities in one HTML file. The limit is needed because the engine reads and indexes them in
 * the page's own thread, so the page does not respond meanwhile.
 */
export const MAX_ONE_FILE = 20_000;

export const SETTINGS_ID = 'chronofacet-settings';
export const RECORD_ID = 'chronofacet-record';

/** The empty title element of the template, which is replaced by the title of the HTML file. */
export const EMPTY_TITLE = '<title></title>';

/** Returns an element with JSON that the page can read but does not run. */
export const dataElement = (id: string, json: string) => `<script type="application/json" id="${id}">${json}</script>`;

/** The empty elements of the template, which are replaced by elements with the settings and the dataset. */
export const EMPTY_ELEMENTS = [dataElement(SETTINGS_ID, ''), dataElement(RECORD_ID, '')];
