import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { buildServer } from '../../scripts/build-server.mjs';
import { kilobytes, megabytes, ms, ratio, thousands } from '../report.mjs';
import { median, p95, warm } from '../statistics.mjs';
import { questionsOf } from './questions.mjs';
import { readAtOnce } from './readers.mjs';
import { countingClient, startServer } from './server.mjs';

const SIZES = [1_000_000];
const QUESTIONS = 100;

/** The readers who ask at once, for how long, and how long each looks at an answer. Of their questions, most are repeated. */
const READERS = { readers: 200, ms: 120_000, pauseMs: 2000 };
const DIFFERENT = 300;

const root = fileURLToPath(new URL('../..', import.meta.url));
const run = promisify(execFile);

/**
 * Processor time and bytes of one answer, for each way of asking.
 *
 * @typedef {{ cpu: number, bytes: number }} Cost
 * @typedef {{ size: number, kernel: number[], first: Cost, again: Cost, known: Cost,
 *   opening: { bytes: number, ms: number }, load: Load }} Finding
 * @typedef {{ met: import('./readers.mjs').Met, early: number, late: number, cpu: number }} Load
 */

/**
 * Measures what an answer of `npm run serve --data` takes, beside the same engine in the process that asks, and lets 200
 * readers ask for two minutes.
 *
 * @param {import('../run.mjs').Bench} bench
 * @returns {Promise<import('../report.mjs').Outcome>}
 */
export async function measureServe({ options, data, tell }) {
  const bundle = mkdtempSync(join(root, 'node_modules/.cache/server-'));
  try {
    await buildServer(bundle, { kernel: 'bench/serve/kernel.ts' });
    /** @type {Finding[]} */
    const findings = [];
    for (const size of options.sizes ?? SIZES) {
      const file = join(data.folder, await data.file(size, 'cfpack'));
      findings.push(await measureOne(bundle, { size, file, tell }));
    }
    return { tables: [costsOf(findings), loadsOf(findings)], targets: targetsOf(findings) };
  } finally {
    rmSync(bundle, { recursive: true, force: true });
  }
}

/**
 * @param {string} bundle
 * @param {{ size: number, file: string, tell: (line: string) => void }} what
 * @returns {Promise<Finding>}
 */
async function measureOne(bundle, { size, file, tell }) {
  tell(`the engine in this process at ${thousands(size)}`);
  const { stdout } = await run(process.execPath, [join(bundle, 'kernel.js'), file, String(QUESTIONS)]);
  tell(`the server at ${thousands(size)}`);
  const server = await startServer(bundle, { explorer: join(root, 'dist'), file });
  const client = countingClient();
  try {
    // The first screen, as soon as the server is ready: the dataset's description, then the first answer.
    const began = performance.now();
    const { bytes } = await client.ask(`${server.api}dataset`);
    const { head } = (await (await fetch(`${server.api}dataset`)).json()).dataset;
    // A question that is not asked again below.
    const shown = questionsOf(head.facets, DIFFERENT + 1).at(-1);
    const screen = await client.ask(`${server.api}ask?q=${encodeURIComponent(JSON.stringify(shown))}`);
    const opening = { bytes: bytes + screen.bytes, ms: performance.now() - began };
    const questions = questionsOf(head.facets, QUESTIONS);
    /** @type {string[]} */
    const tags = [];
    const costOf = async (/** @type {readonly string[] | null} */ known) => {
      const before = server.cpu();
      let bytes = 0;
      for (const [i, question] of questions.entries()) {
        const address = `${server.api}ask?q=${encodeURIComponent(JSON.stringify(question))}`;
        const reply = await client.ask(address, known ? { 'If-None-Match': known[i] ?? '' } : {});
        if (reply.status !== (known ? 304 : 200)) throw new Error(`The server answered with status ${reply.status}.`);
        tags[i] = reply.tag;
        bytes += reply.bytes;
      }
      return { cpu: (server.cpu() - before) / questions.length, bytes: bytes / questions.length };
    };
    // The first questions compile the code, and are not counted.
    await readAtOnce(server.api, questionsOf(head.facets, 2 * QUESTIONS).slice(QUESTIONS), {
      ...{ readers: 1, ms: 3000, pauseMs: 0 },
    });
    const [first, again, known] = [await costOf(null), await costOf(null), await costOf(tags)];
    tell(`${READERS.readers} readers at ${thousands(size)}`);
    const asked = questionsOf(head.facets, DIFFERENT);
    const part = { ...READERS, ms: READERS.ms / 4 };
    const start = server.cpu();
    const met = await readAtOnce(server.api, asked, part);
    const early = server.memory();
    const rest = await readAtOnce(server.api, asked, { ...READERS, ms: READERS.ms - part.ms });
    for (const time of rest.times) met.times.push(time);
    for (const [why, count] of Object.entries(rest.failures)) met.failures[why] = (met.failures[why] ?? 0) + count;
    const load = { met, early, late: server.memory(), cpu: (server.cpu() - start) / met.times.length };
    return { size, kernel: JSON.parse(stdout), first, again, known, opening, load };
  } finally {
    client.close();
    await server.stop();
  }
}

/** @param {readonly Finding[]} findings */
function costsOf(findings) {
  return {
    caption: 'An answer with three facets and a window of ten years: counts, density, 200 rows, marks',
    columns: [
      '',
      'in the process that asks',
      'from the server',
      'over that',
      'sent',
      'again',
      'sent',
      'known (304)',
      'sent',
    ],
    rows: findings.map(({ size, kernel, first, again, known }) => [
      thousands(size),
      ms(median(warm(kernel))),
      ms(first.cpu),
      ratio(first.cpu, median(warm(kernel))),
      kilobytes(first.bytes),
      ms(again.cpu),
      kilobytes(again.bytes),
      ms(known.cpu),
      kilobytes(known.bytes),
    ]),
  };
}

/** @param {readonly Finding[]} findings */
function loadsOf(findings) {
  const { readers, ms: time, pauseMs } = READERS;
  return {
    caption: `${readers} readers for ${time / 1000} s, who each ask ${pauseMs / 1000} s after an answer`,
    columns: [
      '',
      'answers',
      'failures',
      'median',
      'p95',
      'processor time an answer',
      'memory early',
      'memory at the end',
    ],
    rows: findings.map(({ size, load: { met, early, late, cpu } }) => [
      thousands(size),
      thousands(met.times.length),
      String(failuresOf(met)),
      ms(median(met.times)),
      ms(p95(met.times)),
      ms(cpu),
      megabytes(early),
      megabytes(late),
    ]),
  };
}

/** @param {import('./readers.mjs').Met} met */
function failuresOf({ failures }) {
  return Object.values(failures).reduce((sum, count) => sum + count, 0);
}

/** @param {readonly Finding[]} findings */
function targetsOf(findings) {
  return findings.flatMap(({ size, kernel, first, opening, load: { met, early, late } }) => {
    const over = first.cpu / median(warm(kernel));
    return [
      {
        what: `an answer of the server at ${thousands(size)}, processor time over the engine in the process that asks`,
        atLeast: '≤ 3×',
        measured: ratio(first.cpu, median(warm(kernel))),
        kept: over <= 3,
      },
      {
        what: `data of the first screen at ${thousands(size)}`,
        atLeast: '≤ 300 kB',
        measured: kilobytes(opening.bytes),
        kept: opening.bytes <= 300e3,
      },
      {
        what: `first screen at ${thousands(size)} once the server is ready`,
        atLeast: '≤ 1 s',
        measured: ms(opening.ms),
        kept: opening.ms <= 1000,
      },
      {
        what: `failures of ${READERS.readers} readers at ${thousands(size)}`,
        atLeast: '0',
        measured: String(failuresOf(met)),
        kept: failuresOf(met) === 0,
      },
      {
        what: `memory after the readers at ${thousands(size)}, over a quarter of their time`,
        atLeast: '≤ 1.2×',
        measured: ratio(late, early),
        kept: late <= 1.2 * early,
      },
    ];
  });
}
