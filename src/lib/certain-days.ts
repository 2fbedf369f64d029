import { parseEdtf } from './edtf';

/** Returns whether an EDTF date is a day or a period of days, and its days are not doubtful, approximate or open. */
export function hasCertainDays(date: string): boolean {
  const parsed = parseEdtf(date);
  if (parsed.kind === 'problem' || parsed.kind === 'oneOf') return false;
  const points = parsed.kind === 'point' ? [parsed.point] : [parsed.start, parsed.end];
  return points.every(
    point => typeof point === 'object' && point.precision === 'day' && !point.uncertain && !point.approximate,
  );
}
