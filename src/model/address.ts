import { OpenFailure } from './problem';

/** Where datasets may come from. */
export interface Origins {
  /** The page's own origin. */
  own: string;
  /** Other origins that the deployment lists. */
  listed: readonly string[];
}

/** The absolute address that a link or a deployment gives a dataset, relative to the page; null when it is none. */
export function absoluteAddress(address: string, page: string): string | null {
  return URL.canParse(address, page) ? new URL(address, page).href : null;
}

/** Why no dataset is opened from an absolute address; null where one may be. */
export function addressFailure(address: string | null, { own, listed }: Origins): OpenFailure | null {
  if (address === null || !URL.canParse(address)) return new OpenFailure('badAddress');
  const { protocol, username, password, origin } = new URL(address);
  // An address such as blob:https://… has the origin of the page that made it.
  if (protocol !== 'https:' && protocol !== 'http:') return new OpenFailure('refusedScheme', protocol);
  if (username !== '' || password !== '') return new OpenFailure('refusedUser');
  return origin === own || listed.includes(origin) ? null : new OpenFailure('refusedOrigin', origin);
}
