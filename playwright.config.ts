import { availableParallelism } from 'node:os';
import { defineConfig } from '@playwright/test';
import { BROWSER_ARGS, findBrowser } from './scripts/find-browser.mjs';
import { FAMILIES, fontSets } from './scripts/font-sets.mjs';
import { NOT_SERVED } from './tests/journeys/not-served';

const browser = findBrowser();

/** The first of three ports, for two runs at once. */
const port = Number(process.env.CHRONOFACET_TEST_PORT ?? 4180);

/**
 * The built app as `npm start` serves it but with a fixed record, the same folder below a path of a server that can also
 * misbehave, and the app with the record that it is shipped with.
 */
const ROOT = `http://127.0.0.1:${port}/`;
const SUB_PATH = `http://127.0.0.1:${port + 1}/some/sub/path/`;
const SHIPPED = `http://127.0.0.1:${port + 2}/`;

const launchOptions = { ...(browser && { executablePath: browser }), args: BROWSER_ARGS };

const sets = fontSets();

/** What depends on the widths of letters is tried with each sans that systems come with. */
const withFonts = sets.map(({ family, config }) => ({
  name: `with ${family}`,
  testIgnore: ['elsewhere/**', 'shipped/**'],
  grep: /@fonts/,
  use: { baseURL: ROOT, launchOptions: { ...launchOptions, env: { ...process.env, FONTCONFIG_FILE: config } } },
}));

const isServed = Boolean(process.env.CHRONOFACET_SERVED);

/** The journeys of `NOT_SERVED`: whole files, and journeys by the end of their full names. */
const leftOut = {
  files: isServed ? NOT_SERVED.flatMap(({ file, title }) => (title === null ? file : [])) : [],
  journeys: isServed ? NOT_SERVED.flatMap(({ title }) => (title === null ? [] : literal(title))) : [],
};

function literal(title: string): RegExp {
  return new RegExp(`${title.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`);
}

/** With `CHRONOFACET_SERVED`, the journeys at the root look at a page whose data is on a server, or in ClickHouse behind it. */
function atRoot(): string {
  switch (process.env.CHRONOFACET_SERVED ?? '') {
    case '':
      return `node tests/journeys/preview.mjs ${port} --fixed`;
    case 'clickhouse':
      return `node tests/journeys/served.mjs ${port} --clickhouse`;
    default:
      return `node tests/journeys/served.mjs ${port}`;
  }
}

export default defineConfig({
  testDir: 'tests/journeys',
  outputDir: 'test-results',
  fullyParallel: true,
  // A journey waits for frames and timers for part of its time.
  workers: Math.max(2, availableParallelism() + 1),
  // On a machine that others keep busy a journey gets another try; the report still names it.
  retries: process.env.CI ? 2 : 0,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: process.env.CI ? 20_000 : 10_000 },
  reporter: 'line',
  use: {
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    // West of Greenwich, so that a day read as an instant would show as the day before.
    timezoneId: 'America/New_York',
    colorScheme: 'light',
    trace: 'off',
    launchOptions,
  },
  projects: [
    {
      name: 'at the root',
      testIgnore: ['elsewhere/**', 'shipped/**', ...leftOut.files],
      // Where every font set is installed, the system's own sans is one of them.
      grepInvert: [...(sets.length === FAMILIES.length ? [/@fonts/] : []), ...leftOut.journeys],
      use: { baseURL: ROOT },
    },
    { name: 'at a sub-path', testMatch: 'elsewhere/**', use: { baseURL: SUB_PATH } },
    { name: 'the shipped record', testMatch: 'shipped/**', use: { baseURL: SHIPPED } },
    ...withFonts,
  ],
  webServer: [
    // The page is there before its data is.
    {
      command: atRoot(),
      url: isServed ? `${ROOT}api/ready` : ROOT,
      gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
    },
    { command: `node tests/journeys/serve.mjs ${port + 1}`, url: SUB_PATH },
    { command: `node tests/journeys/preview.mjs ${port + 2}`, url: SHIPPED },
  ],
});
