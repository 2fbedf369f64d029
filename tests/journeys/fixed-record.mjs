import { fileURLToPath } from 'node:url';

/** Where the explorer looks for the record it is shipped with. */
export const SHIPPED_RECORD = 'data/eu-unodc.json';

/** The first 89 activities of the shipped record, as they were. The test servers give it in place of the shipped one. */
export const FIXED_RECORD = fileURLToPath(new URL('records/eu-unodc-89.json', import.meta.url));
