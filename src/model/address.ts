import { fold } from '../lib/fold';
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
  // An address such as blob:https://… has the origin of the page that made it.
  if (protocol !== 'https:' && protocol !== 'http:') return new OpenFailure('refusedScheme', protocol);
  if (username !== '' || password !== '') return new OpenFailure('refusedUser');
  return origin === own || listed.includes(origin) ? null : new OpenFailure('refusedOrigin', origin);
}

const LOCAL = 'local:';

/** Returns whether an address stands for a file or a text that a reader has opened from their own computer. */
export function isLocalAddress(address: string | null): address is string {
  return address?.startsWith(LOCAL) ?? false;
}

/**
 * Returns the address of a file or a text of the reader's computer. It is made of the name and a hash of `content`, so
 * that the same file has the same address when it is chosen again.
 */
export function localAddress(name: string, content: string): string {
  const slug = fold(name)
    .replace(/[^a-z0-9.]+/g, '-')
    .replace(/^-|-$/g, '');
  return `${LOCAL}${slug || 'file'}~${hashOf(content)}`;
}

/** A short hash (FNV-1a) that only has to tell the few files apart that one reader opens. */
function hashOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(36);
}
