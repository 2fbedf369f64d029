import { OpenFailure } from './problem';

/** The origins that datasets may be loaded from. */
export interface Origins {
  /** The page's own origin. */
  own: string;
  /** Other origins that the deployment allows. */
  listed: readonly string[];
}

/**
 * Resolves an address in a link or a deployment against the address of the page. Returns null if the address is not
 * valid.
 */
export function absoluteAddress(address: string, page: string): string | null {
  return URL.canParse(address, page) ? new URL(address, page).href : null;
}

/** Returns the reason why no dataset may be loaded from an address. Returns null if loading is allowed. */
export function addressFailure(address: string | null, { own, listed }: Origins): OpenFailure | null {
  if (address === null || !URL.canParse(address)) return new OpenFailure('badAddress');
  const { protocol, username, password, origin } = new URL(address);
  // An address such as blob:https://… has the origin of the page that made it, so its origin proves nothing.
  if (protocol !== 'https:' && protocol !== 'http:') return new OpenFailure('refusedScheme', protocol);
  if (username !== '' || password !== '') return new OpenFailure('refusedUser');
  return origin === own || listed.includes(origin) ? null : new OpenFailure('refusedOrigin', origin);
}

/**
 * Returns the absolute address of an image of the dataset at `dataset`. Returns null if the address can't be resolved,
 * or if nothing may be loaded from it. For a dataset of the reader's computer, only absolute addresses can be resolved.
 */
export function imageAddress(src: string, dataset: string, origins: Origins): string | null {
  const address = absoluteAddress(src, dataset);
  return addressFailure(address, origins) === null ? address : null;
}

/** The beginning of addresses of files and texts from the reader's computer. */
export const LOCAL = 'local:';

/** Returns whether an address is that of a file or a text that readers have opened from their own computer. */
export function isLocalAddress(address: string | null): address is string {
  return address?.startsWith(LOCAL) ?? false;
}
