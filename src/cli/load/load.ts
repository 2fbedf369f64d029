import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SCHEMA_VERSION, storedHead } from '../../engine/clickhouse/schema';
import { identifier } from '../../engine/clickhouse/sql';
import { contentVersion } from '../../exports/content-version';
import { datasetToWrite } from '../../formats/document/dataset-to-write';
import { countedByLoss } from '../../model/problem';
import { exitCodeOf } from '../check';
import { type Arguments, type Command, messageOf, type Output, requiredValue, UsageError } from '../command';
import { withFileSpool } from '../file-spool';
import { findingLine, type OpenedFile, openFile } from '../open-file';
import { BATCH_SIZE, fill } from './fill';
import { findParts, type Parts } from './parts';
import { checkTotals, distribute, loadingTable, nodesWith, prepare, publish, type Target, tidyUp } from './tables';

/** The maximum number of problems that are stored with the dataset. Further problems are only counted. */
const STORED_PROBLEMS = 200;

export const LOAD: Command = {
  name: 'load',
  usage: `Usage: npm run dataset -- load FILE --clickhouse URL[,URL…] --table TABLE [--cluster NAME] [--user NAME]
  Loads a dataset of any form into ClickHouse, for “npm run serve -- --clickhouse”. Run again after an interruption, it goes on
  where it ended; run with a newer state of the dataset, it replaces the earlier one at the end.
  --clickhouse URL  the HTTP address of a server: http://localhost:8123, or http://localhost:8123/?database=NAME. Several
                    addresses are several nodes that share the activities.
  --table TABLE     the name of the table, and the beginning of the names of the tables beside it.
  --cluster NAME    the cluster of the servers’ configuration over whose nodes the activities are divided. The nodes are found
                    by the configuration; give all addresses if their HTTP ports differ.
  --user NAME       the user, “default” or that of CLICKHOUSE_USER if not given. CLICKHOUSE_PASSWORD is the password.
  --batch COUNT     how many activities are sent at once, ${BATCH_SIZE} if not given. Memory grows with it.
  --replace         lets the table of another dataset be replaced.`,
  files: ['FILE'],
  options: {
    clickhouse: { type: 'string' },
    table: { type: 'string' },
    cluster: { type: 'string' },
    user: { type: 'string' },
    batch: { type: 'string' },
    replace: { type: 'boolean' },
  },
  async run(args, output) {
    const [file = ''] = args.files;
    const urls = requiredValue(args, 'clickhouse').split(',').filter(Boolean);
    if (urls.length === 0) throw new UsageError("Option '--clickhouse' needs an address.");
    const table = nameOf(requiredValue(args, 'table'), 'table');
    const cluster = args.value('cluster') === undefined ? null : nameOf(requiredValue(args, 'cluster'), 'cluster');
    const batchSize = Number(args.value('batch') ?? BATCH_SIZE);
    if (!Number.isSafeInteger(batchSize) || batchSize < 1) throw new UsageError('--batch must be a whole number.');
    // The servers are tried first, because reading the file can take minutes.
    const parts = await findParts(urls, accountOf(args), cluster);
    const folder = mkdtempSync(join(tmpdir(), 'chronofacet-load-'));
    try {
      return await withFileSpool(join(folder, 'texts'), async spool => {
        const opened = await openFile(file, output, { spool });
        for (const finding of opened.findings) output.out(findingLine(finding));
        await load(opened, { table, parts, batchSize, mayReplace: args.isSet('replace') }, output);
        return exitCodeOf(opened.findings);
      });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

async function load(
  opened: OpenedFile,
  { mayReplace, batchSize, ...target }: Target & { mayReplace: boolean; batchSize: number },
  output: Output,
): Promise<void> {
  const { records } = opened;
  const head = storedHead(records, {
    version: await contentVersion(records.head, asBatches(opened)),
    parts: target.parts.nodes.length,
    problems: opened.problems.slice(0, STORED_PROBLEMS),
    unlisted: countedByLoss(opened.problems.slice(STORED_PROBLEMS), opened.unlisted),
  });
  const where = placeOf(target);
  const count = records.size.toLocaleString('en');
  if ((await nodesWith(target, head, mayReplace)) === target.parts.nodes.flat().length) {
    await distribute(target, head);
    await tidyUp(target);
    output.out(`${where} holds this content already: ${count} activities.`);
    return;
  }
  if (await prepare(target, head, batchSize)) output.err('Going on where an earlier load ended.');
  const { parts } = target;
  const tableOf = (end: string) => loadingTable(target, end);
  const totals = await fill({ records, head, parts: parts.nodes, batchSize, tableOf }, output);
  await checkTotals(target, totals);
  await publish(target, head);
  await distribute(target, head);
  await tidyUp(target);
  output.out(`${where}: ${count} activities, version ${head.version}, schema ${SCHEMA_VERSION}`);
}

async function* asBatches(opened: OpenedFile) {
  yield* datasetToWrite(opened).activities;
}

function placeOf({ table, parts }: { table: string; parts: Parts }): string {
  const count = parts.nodes.length;
  return count === 1 ? `The table “${table}”` : `The table “${table}” on ${count} parts`;
}

function nameOf(name: string, option: string): string {
  try {
    return identifier(name);
  } catch (error) {
    throw new UsageError(`--${option}: ${messageOf(error)}.`);
  }
}

function accountOf(args: Arguments) {
  const { CLICKHOUSE_USER = 'default', CLICKHOUSE_PASSWORD = '' } = process.env;
  return { user: args.value('user') ?? CLICKHOUSE_USER, password: CLICKHOUSE_PASSWORD };
}
