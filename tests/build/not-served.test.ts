import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { NOT_SERVED } from '../journeys/not-served';

it.each(NOT_SERVED)('the journey that is left out on a server is there: $file, $title', ({ file, title, reason }) => {
  const source = readFileSync(new URL(`../journeys/${file}`, import.meta.url), 'utf8');
  expect(reason).toMatch(/^[A-Z].*\.$/);
  if (title !== null) expect(source.split(`test('${title}'`)).toHaveLength(2);
});
