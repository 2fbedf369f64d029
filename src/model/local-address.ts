import { fold } from '../lib/fold';
import { LOCAL } from './address';

/**
 * Returns an address for a file or text from the reader's computer. It consists of the name and a hash of `content`, so
 * a file has the same address each time it is opened.
 */
export function localAddress(name: string, content: string): string {
  const slug = fold(name)
    .replace(/[^a-z0-9.]+/g, '-')
    .replace(/^-|-$/g, '');
  return `${LOCAL}${slug || 'file'}~${hashOf(content)}`;
}

/** Returns a short hash (FNV-1a). 32 bits suffice to distinguish the few files that one reader opens. */
function hashOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(36);
}
