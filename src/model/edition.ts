/** Whether this code is built into an explorer that is a single HTML file, without any other files. */
export const IS_ONE_FILE: boolean = import.meta.env.CHRONOFACET_ONE_FILE ?? false;

/** The length in bytes of the single HTML file without its dataset. Zero if the length is unknown. */
export const TEMPLATE_BYTES: number = import.meta.env.CHRONOFACET_ONE_FILE_BYTES ?? 0;
