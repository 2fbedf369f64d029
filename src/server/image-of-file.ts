import { pathToFileURL } from 'node:url';
import { absoluteAddress, addressFailure } from '../model/address';

/** The data that a thread of the server starts with. */
export interface ThreadData {
  /** The folder of the explorer, whose files the server serves. */
  folder: string;
  /** Other origins from which images may be loaded. */
  dataOrigins: readonly string[];
}

/**
 * Returns the address of an image as the page uses it, for a dataset in the file `file`. Relative addresses start from
 * the file, and stay relative to the page. Returns null for an image that the server does not serve and the page may not
 * load from elsewhere.
 */
export function imageOfFile(src: string, file: string, { folder, dataOrigins }: ThreadData): string | null {
  if (/^[/\\](?![/\\])/.test(src)) return src;
  const address = absoluteAddress(src, pathToFileURL(file).href);
  const served = pathToFileURL(`${folder}/`).href;
  if (address?.startsWith(served)) return address.slice(served.length);
  return addressFailure(address, { own: '', listed: dataOrigins }) === null ? address : null;
}
