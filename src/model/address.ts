import { OpenFailure } from './problem';

export interface Origins {
  own: string;
  listed: readonly string[];
}

/** Resolves an address against the address of the page. Returns null if the result is not valid. */
export function absoluteAddress(address: string, page: string): string | null {
  return URL.canParse(address, page) ? new URL(address, page).href : null;
}

/** Returns the reason why no dataset may be loaded from an address, or null if loading is allowed. */
export function addressFailure(address: string | null, { own, listed }: Origins): OpenFailure | null {
  if (address === null || !URL.canParse(address)) return new OpenFailure('badAddress');
  const { protocol, username, password, origin } = new URL(address);
  // An address such as blob:https://… has the origin of the page that made it. So its origin does not show where the
  // data is from.
  if (protocol !== 'https:' && protocol !== 'http:') return new OpenFailure('refusedScheme', protocol);
  if (username !== '' || password !== '') return new OpenFailure('refusedUser');
  return origin === own || listed.includes(origin) ? null : new OpenFailure('refusedOrigin', origin);
}

/**
 * Returns the absolute address of an image of the dataset at `dataset`. Returns null if nothing may be loaded from this
 * address, or if it can't be resolved. For a file of the reader, only absolute addresses can be resolved.
 */
export function imageAddress(src: string, dataset: string, origins: Origins): string | null {
  const address = absoluteAddress(src, dataset);
  return addressFailure(address, origins) === null ? address : null;
}

/** The beginning of the addresses of files and texts that the reader has opened from their own computer. */
export const LOCAL = 'local:';

export function isLocalAddress(address: string | null): address is string {
  return address?.startsWith(LOCAL) ?? false;
}
