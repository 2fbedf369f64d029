import Papa from 'papaparse';
import { createLocalEngine } from '../../src/engine/local/local-engine';
import type { About } from '../../src/exports/answer-form';
import { runExportJob } from '../../src/exports/run-job';
import { tableColumns } from '../../src/exports/table';
import { disarmed } from '../../src/formats/csv/cells';
import { activateLanguage } from '../../src/i18n/catalogue';
import { toolsFor } from '../../src/i18n/text-tools';
import type { OpenDataset } from '../../src/model/answer';
import type { Activity } from '../../src/model/dataset';
import { WHOLE } from '../../src/model/selection';

export type Order = { kind: 'load'; address: string } | { kind: 'write'; name: 'ours' | 'papaparse' };

/** The time for a table, and the table's length in bytes and its digest. */
export interface Written {
  time: number;
  bytes: number;
  digest: string;
}

const engine = createLocalEngine(async address => {
  const { body } = await fetch(address);
  if (!body) throw new Error(`Nothing at ${address}.`);
  return { bytes: body, total: null };
});
let open: OpenDataset | null = null;

async function ours({ head, key, total }: OpenDataset): Promise<Blob> {
  const about: About = {
    ...{ sentence: '', filters: [], link: null, count: total, total },
    ...{ version: '', taken: '2026-11-30', extent: null },
  };
  const job = { kind: 'file', form: 'csv', head, about, language: 'en' } as const;
  const result = await runExportJob(job, engine.export(key, WHOLE, 'date'));
  if (result.kind !== 'file') throw new Error('No file was written.');
  return result.file;
}

/** Makes all rows first, as papaparse wants them, and writes them at once. */
async function papaparse({ head, key }: OpenDataset): Promise<Blob> {
  const tools = toolsFor(await activateLanguage('en'), head.language);
  const columns = tableColumns({ head, tools });
  const rows = [columns.map(({ name }) => name)];
  const rowOf = (activity: Activity) => columns.map(({ cell }) => disarmed(cell(activity)));
  for await (const batch of engine.export(key, WHOLE, 'date')) for (const activity of batch) rows.push(rowOf(activity));
  return new Blob(['\ufeff', Papa.unparse(rows, { newline: '\r\n' }), '\r\n']);
}

async function digestOf(file: Blob): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
  return [...new Uint8Array(digest.slice(0, 8))].map(byte => byte.toString(16).padStart(2, '0')).join('');
}

async function obey(order: Order): Promise<number | Written> {
  if (order.kind === 'load') {
    open = await engine.open({ kind: 'address', address: order.address });
    return open.total;
  }
  if (!open) throw new Error('nothing is loaded');
  const start = performance.now();
  const file = await (order.name === 'ours' ? ours : papaparse)(open);
  const time = performance.now() - start;
  return { time, bytes: file.size, digest: await digestOf(file) };
}

self.onmessage = async ({ data }: MessageEvent<Order>) => {
  try {
    self.postMessage({ value: await obey(data) });
  } catch (error) {
    self.postMessage({ error: error instanceof Error ? error.message : String(error) });
  }
};
