/** The settings in one HTML file, beside its record. They are plain data. */
export interface OneFileSettings {
  /** The address of the explorer to which copied links lead, without a query. Null: they lead to the file itself. */
  address: string | null;
  /** The `data` of those links. Null if that explorer opens the record by itself. */
  data: string | null;
  /** The name of the record's file. */
  name: string;
  /** The text of an `explorer.json`; '' if there is none. */
  config: string;
}

/** The file of a built explorer that holds everything but settings and record. It lies beside `index.html`. */
export const ONE_FILE_TEMPLATE = 'single/explorer.html';

/**
 * The maximum number of activities in one HTML file. The engine reads and indexes them in the page's own thread, during
 * which the page waits.
 */
export const MAX_ONE_FILE = 20_000;

export const SETTINGS_ID = 'chronofacet-settings';
export const RECORD_ID = 'chronofacet-record';

/** The title of the template. */
export const EMPTY_TITLE = '<title></title>';

/** Returns the element that holds JSON in the file. */
export const dataElement = (id: string, json: string) => `<script type="application/json" id="${id}">${json}</script>`;

/** The elements of the template that are filled. */
export const EMPTY_ELEMENTS = [dataElement(SETTINGS_ID, ''), dataElement(RECORD_ID, '')];
