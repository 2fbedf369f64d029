/** Whether this code is built into a single HTML file that needs no other files. */
export const IS_ONE_FILE: boolean = import.meta.env.CHRONOFACET_ONE_FILE ?? false;

/** The length in bytes of the single HTML file without its dataset; 0 if unknown. */
export const TEMPLATE_BYTES: number = import.meta.env.CHRONOFACET_ONE_FILE_BYTES ?? 0;
