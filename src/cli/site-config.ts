import { readFile } from 'node:fs/promises';
import { readConfig } from '../formats/explorer/read-config';
import { activateLanguage } from '../i18n/catalogue';
import { problemText } from '../i18n/problem-text';
import type { Text } from '../model/dataset';
import { CONFIG_FORMAT } from '../model/explorer-config';
import { FileError, messageOf, type Output } from './command';

/** The configuration of a site. The command `site` itself writes the fields `dataset` and `format`. */
export interface SiteConfig {
  fields: Readonly<Record<string, unknown>>;
  /** The name of the site, which replaces the dataset's title. */
  title: Text | undefined;
  accent?: string | undefined;
}

/**
 * Reads an `explorer.json` and reports the fields that the page would ignore. Throws `FileError` if the file can't be
 * read or is not a JSON object.
 */
export async function readSiteConfig(file: string, output: Output): Promise<SiteConfig> {
  const text = await readFile(file, 'utf8').catch(error => {
    throw new FileError(`${file} can’t be read: ${messageOf(error)}`);
  });
  const fields = parsed(file, text);
  const whole = JSON.stringify({ ...fields, format: CONFIG_FORMAT, dataset: 'any' });
  const { config, problems } = readConfig(whole, 'any');
  const i18n = await activateLanguage('en');
  for (const problem of problems) {
    output.err(`${file}: ${problem.path.replace(/^\S+ /, '')}  ${problemText(i18n, problem)}`);
  }
  return { fields, title: config.title, accent: config.accent };
}

function parsed(file: string, text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value };
  } catch {
    // The error below also describes a text that is not JSON.
  }
  throw new FileError(`${file} is no JSON object.`);
}
