import type { Records } from '../model/records';
import { textIn } from '../model/text';

/** The positions by title, as the dataset's language sorts; equal titles stay in date order. */
export function orderByTitle({ head, size, activityAt }: Records): Uint32Array {
  const collator = new Intl.Collator(head.language, { numeric: true });
  const titles = Array.from(
    { length: size },
    (_, position) => textIn(activityAt(position).title, [head.language]).text,
  );
  return Uint32Array.from(titles.keys()).sort((a, b) => collator.compare(titles[a] ?? '', titles[b] ?? '') || a - b);
}
