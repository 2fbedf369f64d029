import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { oneFileParts } from '../exports/one-file';
import { datasetToWrite } from '../formats/document/dataset-to-write';
import type { OpenedRecords } from '../formats/form';
import { jsonExport } from '../formats/json/export';
import { activateLanguage, chooseLanguage } from '../i18n/catalogue';
import { toolsFor } from '../i18n/text-tools';
import { CONFIG_FORMAT } from '../model/explorer-config';
import { MAX_ONE_FILE, ONE_FILE_TEMPLATE } from '../model/one-file';
import { FileError, type Output } from './command';
import type { SiteConfig } from './site-config';
import { writeFile } from './write-file';

interface OneFile {
  explorer: string;
  /** The explorer's address, for links that readers copy from the file. Null if such links lead to the file itself. */
  url: string | null;
  config: SiteConfig;
}

/** Writes the explorer and a dataset as one HTML file. Throws `FileError` if the dataset is too large for one file. */
export async function writeOneFile(
  out: string,
  opened: OpenedRecords,
  { explorer, url, config }: OneFile,
  output: Output,
): Promise<void> {
  const { head, size } = opened.records;
  if (size > MAX_ONE_FILE) {
    const [most, found] = [MAX_ONE_FILE, size].map(count => count.toLocaleString('en'));
    throw new FileError(
      `One HTML file holds up to ${most} activities, not ${found}. Make a folder for a web host instead.`,
    );
  }
  const template = await readFile(join(explorer, ONE_FILE_TEMPLATE), 'utf8').catch(() => {
    throw new FileError(`${explorer} holds no explorer for one file. Run npm run build first.`);
  });
  const pieces: (string | Uint8Array)[] = [];
  for await (const piece of jsonExport.write(datasetToWrite(opened))) pieces.push(piece);
  // A single file can't use these settings: it has no logo beside it, and may open no other address.
  const { dataset: _, logo: __, dataOrigins: ___, engine: ____, ...fields } = config.fields;
  const tools = toolsFor(await activateLanguage(chooseLanguage([head.language])), head.language);
  const parts = oneFileParts(template, {
    title: tools.words(config.title ?? head.title),
    settings: {
      address: url,
      data: null,
      name: `${head.id}.json`,
      config: JSON.stringify({ ...fields, format: CONFIG_FORMAT }),
    },
    record: pieces.join(''),
  });
  await writeFile(out, parts);
  const bytes = parts.reduce((sum, part) => sum + Buffer.byteLength(part), 0);
  output.out(`${out}: ${size.toLocaleString('en')} activities, ${(bytes / 1_000_000).toFixed(1)} MB`);
}
