/** Whether this code is part of the explorer in one HTML file, beside which there are no other files. */
export const IS_ONE_FILE: boolean = import.meta.env.CHRONOFACET_ONE_FILE ?? false;

/** The length in bytes of that file without its record. Zero where it is unknown. */
export const TEMPLATE_BYTES: number = import.meta.env.CHRONOFACET_ONE_FILE_BYTES ?? 0;
