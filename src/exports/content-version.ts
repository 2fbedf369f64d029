import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { canonicalJson } from '../lib/canonical-json';
import type { Activity, DatasetHead } from '../model/dataset';
import { documentHead } from './json';

const HASH_LENGTH = 10;
const encoder = new TextEncoder();

/**
 * Returns the version of a dataset, as `2026-11-30.3f2a91c0de`: `updated`, if there is one, and the first ten
 * characters of the SHA-256 of its canonical text. The canonical text is JSON with sorted keys: the head on the first
 * line, then one activity on each line, in the order of the dataset. So all forms of a dataset have the same version.
 */
export async function contentVersion(
  { facets, ...head }: DatasetHead,
  activities: AsyncIterable<readonly Activity[]>,
): Promise<string> {
  const hash = sha256.create();
  hash.update(encoder.encode(`${canonicalJson({ ...documentHead(head), facets })}\n`));
  for await (const batch of activities) {
    hash.update(
      encoder.encode(batch.map(({ earliest: _, latest: __, ...activity }) => `${canonicalJson(activity)}\n`).join('')),
    );
  }
  const short = bytesToHex(hash.digest()).slice(0, HASH_LENGTH);
  return head.updated === undefined ? short : `${head.updated}.${short}`;
}
