import { fold } from '../lib/fold';
import { LOCAL } from './address';

/**
 * Returns an address for a file or a text of the reader's computer. The address consists of the name and a hash of
 * `content`. So the same file has the same address when the reader chooses it again.
 */
export function localAddress(name: string, content: string): string {
  const slug = fold(name)
    .replace(/[^a-z0-9.]+/g, '-')
    .replace(/^-|-$/g, '');
  return `${LOCAL}${slug || 'file'}~${hashOf(content)}`;
}

/** Returns a short hash (FNV-1a). 32 bits suffice to tell apart the few files that one reader opens. */
function hashOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(36);
}
