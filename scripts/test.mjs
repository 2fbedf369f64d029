/*
 * `npm test`: the unit tests, then a build, then the journeys through that build in a real browser. `--built` uses the
 * existing build. A few tests by name: `npx vitest NAME`, `npx playwright test NAME`.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { findOrInstallBrowser } from './find-browser.mjs';
import { slowestJourneys, slowestUnitFiles } from './slowest.mjs';

const MAX_FAILURE_CHARS = 3000;

/** The number of slowest journeys, and of slowest unit test files, that the end report names. */
const SLOWEST_SHOWN = 10;

const { built } = parseArgs({ options: { built: { type: 'boolean', default: false } } }).values;

const reports = mkdtempSync(join(tmpdir(), 'chronofacet-test-'));
/** @type {string[]} */
const failures = [];
/** @type {string[]} */
const unitFailures = [];
/** @type {Record<string, import('./slowest.mjs').Timed[]>} */
const slowest = {};
const total = { passed: 0, failed: 0 };

/**
 * Runs the program of an installed package.
 *
 * @param {string} title
 * @param {string} script
 * @param {string[]} args
 * @param {Record<string, string>} [env]
 */
function run(title, script, args, env = {}) {
  console.log(`\n# ${title}\n`);
  const { status } = spawnSync(process.execPath, [join('node_modules', script), ...args], {
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  if (status !== 0) failures.push(title);
  return status === 0;
}

/**
 * The parts of the Vitest and Playwright JSON reports that this script reads.
 *
 * @typedef {{ name: string, status: string, message: string, startTime: number, endTime: number,
 *   assertionResults: { status: string, fullName: string, failureMessages: string[] }[] }} FileResult
 * @typedef {{ numPassedTests: number, numFailedTests: number, testResults: FileResult[],
 *   stats: { expected: number, flaky: number, unexpected: number }, errors: unknown[],
 *   suites: import('./slowest.mjs').Suite[] }} Report
 */

/**
 * Adds the counts of a report to the total. A run without a report counts as failed.
 *
 * @param {string} file
 * @param {(report: Report) => { passed: number, failed: number }} countsOf
 */
function count(file, countsOf) {
  try {
    const { passed, failed } = countsOf(JSON.parse(readFileSync(file, 'utf8')));
    total.passed += passed;
    total.failed += failed;
  } catch {
    total.failed += 1;
  }
}

const unitReport = join(reports, 'unit.json');
run('Unit tests', 'vitest/vitest.mjs', [
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${unitReport}`,
]);
count(unitReport, ({ numPassedTests, numFailedTests, testResults }) => {
  const unreadable = testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && assertionResults.every(assertion => assertion.status !== 'failed'),
  );
  for (const { name, message } of unreadable) unitFailures.push(`${name}\n${message}`);
  for (const { name, assertionResults } of testResults) {
    for (const { status, fullName, failureMessages } of assertionResults) {
      if (status === 'failed') unitFailures.push(`${name} › ${fullName}\n${failureMessages.join('\n')}`);
    }
  }
  slowest['unit test files'] = slowestUnitFiles({ testResults }, process.cwd(), SLOWEST_SHOWN);
  return { passed: numPassedTests, failed: numFailedTests + unreadable.length };
});

if (built || run('Build', 'vite/bin/vite.js', ['build', '--logLevel', 'warn'])) {
  const journeyReport = join(reports, 'journeys.json');
  try {
    const browser = findOrInstallBrowser();
    run('Journeys', '@playwright/test/cli.js', ['test', '--reporter=line,json'], {
      CHRONOFACET_BROWSER: browser,
      PLAYWRIGHT_JSON_OUTPUT_FILE: journeyReport,
    });
    count(journeyReport, ({ stats, errors, suites }) => {
      slowest.journeys = slowestJourneys({ suites }, SLOWEST_SHOWN);
      return { passed: stats.expected + stats.flaky, failed: stats.unexpected + errors.length };
    });
  } catch (error) {
    failures.push('Journeys');
    total.failed += 1;
    console.error(error instanceof Error ? error.message : error);
  }
} else {
  total.failed += 1;
}

rmSync(reports, { recursive: true, force: true });
for (const [kind, timed] of Object.entries(slowest)) {
  console.log(`\nThe slowest ${kind}, in seconds:`);
  for (const { name, seconds } of timed) console.log(`${seconds.toFixed(1).padStart(6)}  ${name}`);
}
// The journeys print hundreds of lines after the unit tests, so the failures of unit tests are printed again at the
// end.
for (const failure of unitFailures) console.error(`\n${failure.slice(0, MAX_FAILURE_CHARS)}`);
if (failures.length > 0) console.error(`\nFailed: ${failures.join(', ')}.`);
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = failures.length > 0 ? 1 : 0;
