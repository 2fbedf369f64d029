import type { Problem } from '../../model/problem';
import type { Encoding } from './text-stream';

/** Describes how the bytes of a file were decoded; empty for valid UTF-8. */
export function encodingProblems({ name, damage }: Encoding): Problem[] {
  const problems: Problem[] = [];
  if (name !== 'utf-8') problems.push({ path: '', code: 'notUtf8', loss: 'note', found: name });
  if (damage !== null) problems.push({ path: '', code: 'badBytes', loss: 'field', found: damage });
  return problems;
}
