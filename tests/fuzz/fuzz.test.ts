import { describe, expect, it } from 'vitest';
import type { Fuzz } from '../fixtures/fuzzing';

const kinds = import.meta.glob<{ run: Fuzz }>(['./*.ts', '!./*.test.ts'], { eager: true });

const CASES = 300;

describe('fuzzing', () => {
  it.each(Object.entries(kinds))(
    `finds no fault in ${CASES} cases of %s`,
    async (_, { run }) => {
      expect(await run(CASES, 1)).toEqual([]);
    },
    120_000,
  );
});
