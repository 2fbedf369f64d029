/** The settings that a single HTML file contains as JSON, beside its dataset. */
export interface OneFileSettings {
  /** The address of the explorer to which copied links lead, without a query. Null if they lead to the file itself. */
  address: string | null;
  /** The `data` parameter of copied links. Null if the explorer at `address` opens the dataset without it. */
  data: string | null;
  name: string;
  config: string;
}

/** The path, from `index.html`, of the built HTML file. It lacks only the settings and the dataset. */
export const ONE_FILE_TEMPLATE = 'single/explorer.html';

/** The page's own thread reads and indexes the activities, and the page does not respond meanwhile. */
export const MAX_ONE_FILE = 20_000;

export const SETTINGS_ID = 'chronofacet-settings';
export const RECORD_ID = 'chronofacet-record';

/** The empty title element of the template. The title of the HTML file replaces it. */
export const EMPTY_TITLE = '<title></title>';

export const dataElement = (id: string, json: string) => `<script type="application/json" id="${id}">${json}</script>`;

/** The empty elements of the template. Elements with the settings and the dataset replace them. */
export const EMPTY_ELEMENTS = [dataElement(SETTINGS_ID, ''), dataElement(RECORD_ID, '')];
