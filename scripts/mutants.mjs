/*
 * `npm run mutants -- ROOM` or `npm run mutants -- FILE …`. A room is a folder of `src` that ROOMS names; all files
 * must be in the same room. Stryker changes one expression at a time, runs the tests of the room, and prints the
 * changes that make no test fail. Not part of CI.
 */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Stryker } from '@stryker-mutator/core';

const ROOMS = ['engine/local', 'url', 'lib', 'formats'];

process.chdir(fileURLToPath(new URL('..', import.meta.url)));

const named = process.argv.slice(2);
const [first] = named;
const room = ROOMS.find(name => first === name || first?.startsWith(`src/${name}/`));
// Hooks are left out: their tests need jsdom, which would start again for each change.
const files = first === room ? [`src/${room}/**/*.ts`, `!src/${room}/**/use-*.ts`] : named;

if (!room || (first !== room && !files.every(file => file.startsWith(`src/${room}/`) && existsSync(file)))) {
  console.error(`Usage: npm run mutants -- ROOM, or FILE … of one room. Rooms: ${ROOMS.join(', ')}`);
  process.exitCode = 2;
} else {
  const stryker = new Stryker({
    mutate: files,
    testRunner: 'vitest',
    plugins: ['@stryker-mutator/vitest-runner'],
    vitest: { configFile: 'vite.config.ts' },
    testFiles: [`tests/${room}/**/*.test.ts`],
    // Stryker would rewrite tsconfig.json with a function that TypeScript 7 no longer has; Vitest does not need it.
    tsconfigFile: 'none',
    // Leaves out code that runs once, on import, because a change in such code needs all tests again.
    ignoreStatic: true,
    dryRunTimeoutMinutes: 10,
    // A run may take 1.5 times as long as without a change, plus this time for the start of Vitest on a busy machine.
    timeoutMS: 20_000,
    concurrency: 1,
    reporters: ['progress-append-only', 'clear-text'],
    clearTextReporter: { allowColor: false, reportTests: false, logTests: false },
    allowConsoleColors: false,
    tempDirName: '.stryker-tmp',
  });
  await stryker.runMutationTest();
}
