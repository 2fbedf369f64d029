import fc from 'fast-check';

/**
 * A property that takes longer than this fails, and the search for a smaller counterexample ends. It is shorter than a
 * test's timeout, which cannot stop code that never awaits. The slowest property takes a tenth of it on an idle machine.
 * The failure names the seed and the path that run the case again.
 */
const LONGEST_MS = 60_000;

/** In a mutation test it is enough that a property fails: no smaller counterexample is looked for. */
const isMutationTest = process.env.STRYKER_MUTATOR_WORKER !== undefined;

/**
 * In CI every property draws the same cases each time, so that a result depends on the commit alone. Everywhere else, each
 * run draws other cases.
 */
const CI_SEED = 20_261_130;

fc.configureGlobal({
  ...(process.env.CI && { seed: CI_SEED }),
  interruptAfterTimeLimit: LONGEST_MS,
  markInterruptAsFailure: true,
  endOnFailure: isMutationTest,
});
