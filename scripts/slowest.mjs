/*
 * Finds the slowest tests in the JSON reports of Vitest and Playwright, so that a run shows where its time goes.
 */

/** @typedef {{ name: string, seconds: number }} Timed */

/**
 * Returns the slowest files of a Vitest report.
 *
 * @param {{ testResults: { name: string, startTime: number, endTime: number }[] }} report
 * @param {string} root the folder that the names are relative to
 * @param {number} limit
 * @returns {Timed[]}
 */
export function slowestUnitFiles({ testResults }, root, limit) {
  const timed = testResults.map(({ name, startTime, endTime }) => ({
    name: name.startsWith(`${root}/`) ? name.slice(root.length + 1) : name,
    seconds: (endTime - startTime) / 1000,
  }));
  return slowest(timed, limit);
}

/**
 * A part of a Playwright report: a file or a `describe`, with its tests and the parts in it.
 *
 * @typedef {{ suites?: Suite[], specs?: { file: string, line: number, title: string,
 *   tests: { projectName: string, results: { duration: number }[] }[] }[] }} Suite
 */

/**
 * Returns the slowest journeys of a Playwright report. A journey that ran again counts all its runs.
 *
 * @param {Suite} report
 * @param {number} limit
 * @returns {Timed[]}
 */
export function slowestJourneys(report, limit) {
  return slowest(journeysOf(report), limit);
}

/**
 * @param {Suite} suite
 * @returns {Timed[]}
 */
function journeysOf({ suites = [], specs = [] }) {
  const own = specs.flatMap(({ file, line, title, tests }) =>
    tests.map(({ projectName, results }) => ({
      name: `${file}:${line} › ${title} [${projectName}${results.length > 1 ? `, ${results.length} runs` : ''}]`,
      seconds: results.reduce((sum, { duration }) => sum + duration, 0) / 1000,
    })),
  );
  return [...own, ...suites.flatMap(journeysOf)];
}

/**
 * @param {Timed[]} timed
 * @param {number} limit
 */
function slowest(timed, limit) {
  return timed.toSorted((a, b) => b.seconds - a.seconds).slice(0, limit);
}
