/**
 * `npm run mutants`: Stryker changes one expression at a time and reports the changes that no test notices. It is not part
 * of CI. One room or file: `npm run mutants -- --mutate 'src/url/*.ts'`.
 */
const config = {
  mutate: ['src/{engine/local,url,lib,formats}/**/*.ts'],
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'vite.config.ts' },
  // Stryker would rewrite tsconfig.json with a function that TypeScript 7 no longer has; Vitest does not need it.
  tsconfigFile: 'none',
  // A mutant in code that runs once, on import, would need all tests again.
  ignoreStatic: true,
  // A property that fails may look for a smaller counterexample this long (tests/setup-properties.ts).
  timeoutMS: 90_000,
  concurrency: 1,
  reporters: ['clear-text', 'progress-append-only'],
  clearTextReporter: { allowColor: false, reportTests: false, logTests: false },
  tempDirName: '.stryker-tmp',
  allowConsoleColors: false,
};

// biome-ignore lint/style/noDefaultExport: Stryker reads the default export
export default config;
