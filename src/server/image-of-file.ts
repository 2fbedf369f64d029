import { pathToFileURL } from 'node:url';
import { absoluteAddress, addressFailure } from '../model/address';

export interface ThreadData {
  folder: string;
  /** Other origins from which images may be loaded. */
  dataOrigins: readonly string[];
}

/**
 * Returns the address of an image as the page uses it, for a dataset in the file `file`. A relative address is resolved
 * against the file; the result is relative to the page. Returns null if the server does not serve the image and the
 * page may not load it from elsewhere.
 */
export function imageOfFile(src: string, file: string, { folder, dataOrigins }: ThreadData): string | null {
  if (/^[/\\](?![/\\])/.test(src)) return src;
  const address = absoluteAddress(src, pathToFileURL(file).href);
  const served = pathToFileURL(`${folder}/`).href;
  if (address?.startsWith(served)) return address.slice(served.length);
  return addressFailure(address, { own: '', listed: dataOrigins }) === null ? address : null;
}
