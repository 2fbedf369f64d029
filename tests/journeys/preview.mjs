/*
 * The built app as `npm start` serves it, at a port: with the record it is shipped with, or with `--fixed` and a record of this
 * folder in its place, so that the journeys don't change with every activity that the shipped record gains.
 */
import { readFile } from 'node:fs/promises';
import { preview } from 'vite';
import { FIXED_RECORD, SHIPPED_RECORD } from './fixed-record.mjs';

const [port, isFixed] = [Number(process.argv[2]), process.argv.includes('--fixed')];

/** @type {import('vite').Plugin} */
const fixedRecord = {
  name: 'fixed-record',
  configurePreviewServer({ middlewares }) {
    middlewares.use(`/${SHIPPED_RECORD}`, async (_request, response) => {
      response.setHeader('Content-Type', 'application/json; charset=utf-8');
      response.end(await readFile(FIXED_RECORD));
    });
  },
};

await preview({ plugins: isFixed ? [fixedRecord] : [], preview: { host: '127.0.0.1', port, strictPort: true } });
