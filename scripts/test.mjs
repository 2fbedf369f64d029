/*
 * All tests: those of the parts, then a build, then the journeys through it in a real browser. A few of them by name:
 * `npx vitest NAME`, `npx playwright test NAME`.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findOrInstallBrowser } from './find-browser.mjs';

const reports = mkdtempSync(join(tmpdir(), 'chronofacet-test-'));
const failures = [];
const total = { passed: 0, failed: 0 };

/**
 * Runs a program of this project's own packages.
 *
 * @param {string} title
 * @param {string} script
 * @param {string[]} words
 * @param {Record<string, string>} [env]
 */
function run(title, script, words, env = {}) {
  console.log(`\n# ${title}\n`);
  const { status } = spawnSync(process.execPath, [join('node_modules', script), ...words], {
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  if (status !== 0) failures.push(title);
  return status === 0;
}

/**
 * Adds what a report counts; a part that ended without a report counts as failed.
 *
 * @param {string} file
 * @param {(report: any) => { passed: number, failed: number }} countsOf
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

const partsReport = join(reports, 'parts.json');
run('The parts', 'vitest/vitest.mjs', [
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${partsReport}`,
]);
count(partsReport, ({ numPassedTests, numFailedTests, testResults }) => {
  const fellApart = testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && assertionResults.every(assertion => assertion.status !== 'failed'),
  );
  return { passed: numPassedTests, failed: numFailedTests + fellApart.length };
});

if (run('The build', 'vite/bin/vite.js', ['build', '--logLevel', 'warn'])) {
  const journeyReport = join(reports, 'journeys.json');
  try {
    const browser = findOrInstallBrowser();
    run('The journeys', '@playwright/test/cli.js', ['test', '--reporter=line,json'], {
      CHRONOFACET_BROWSER: browser,
      PLAYWRIGHT_JSON_OUTPUT_FILE: journeyReport,
    });
    count(journeyReport, ({ stats, errors }) => ({
      passed: stats.expected + stats.flaky,
      failed: stats.unexpected + errors.length,
    }));
  } catch (error) {
    failures.push('The journeys');
    total.failed += 1;
    console.error(error instanceof Error ? error.message : error);
  }
} else {
  total.failed += 1;
}

rmSync(reports, { recursive: true, force: true });
if (failures.length > 0) console.error(`\nFailed: ${failures.join(', ')}.`);
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = failures.length > 0 ? 1 : 0;
