import type { Problem } from '../model/problem';
import type { Encoding } from './text-stream';

/** What the reader of a file should know of how its bytes were read; nothing where they are good UTF-8. */
export function encodingProblems({ name, damage }: Encoding): Problem[] {
  const problems: Problem[] = [];
  if (name !== 'utf-8') problems.push({ path: '', code: 'notUtf8', loss: 'note', found: name });
  if (damage !== null) problems.push({ path: '', code: 'badBytes', loss: 'field', found: damage });
  return problems;
}
