import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { Activity, DatasetHead } from '../model/dataset';
import { documentHead } from './json';

const HASH_LENGTH = 10;
const encoder = new TextEncoder();

/**
 * Returns the version of a dataset: `updated`, if it has one, and the first ten characters of the SHA-256 of its
 * canonical text, as `2026-11-30.3f2a91c0de`. The canonical text has the head on its first line and one activity on
 * each further line, in the order of the dataset, as JSON with sorted keys. So all forms of a dataset have the same
 * version.
 */
export async function contentVersion(
  { facets, ...head }: DatasetHead,
  activities: AsyncIterable<readonly Activity[]>,
): Promise<string> {
  const hash = sha256.create();
  hash.update(encoder.encode(`${canonical({ ...documentHead(head), facets })}\n`));
  for await (const batch of activities) {
    hash.update(
      encoder.encode(batch.map(({ earliest: _, latest: __, ...activity }) => `${canonical(activity)}\n`).join('')),
    );
  }
  const short = bytesToHex(hash.digest()).slice(0, HASH_LENGTH);
  return head.updated === undefined ? short : `${head.updated}.${short}`;
}

/** Writes a value as JSON with the keys of all objects sorted and absent members left out. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  members.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${canonical(member)}`).join(',')}}`;
}
