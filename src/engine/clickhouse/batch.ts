import type { Activity } from '../../model/dataset';
import type { AnsweredParts } from '../../model/wants';
import type { Client } from './client';
import { ClickHouseError, MISSING, RELOADED } from './errors';
import { type Branch, grouped, statementsOf } from './grouped';
import type { StoredHead } from './schema';
import { integer, integers } from './sql';

export interface Counted {
  a: number;
  b: number;
  x: number;
  y: number;
}

export interface Tables {
  activities: string;
  text: string;
  ids: string;
  head: string;
}

/** Sends the statements of one question. Branches (SELECTs) that are asked in the same turn share one statement. */
export interface Batch {
  rows(branch: Branch): Promise<readonly Counted[]>;
  activities(positions: readonly number[]): Promise<ReadonlyMap<number, Activity>>;
  missing(): AnsweredParts | null;
}

/** The number of parts (shards) and of all activities. With them, the batch notices a part that does not answer. */
export type Parts = Pick<StoredHead, 'parts' | 'total'>;

interface Waiting<T> {
  promise: Promise<T>;
  resolve: (value: T) => void;
  reject: (reason: unknown) => void;
}

/**
 * Creates a batch for a dataset of one or more parts (shards). With `canMiss`, the batch answers without the parts that
 * can't be reached. Otherwise the promises of the batch reject if a part can't be reached.
 */
export function createBatch(
  client: Client,
  tables: Tables,
  { signal, canMiss = false, parts: of, total }: Parts & { signal?: AbortSignal | undefined; canMiss?: boolean },
): Batch {
  const asked = new Map<string, Waiting<readonly Counted[]>>();
  const known = new Map<number, Promise<Activity>>();
  let branches: { branch: Branch; waiting: Waiting<readonly Counted[]> }[] = [];
  let positions = new Map<number, Waiting<Activity>>();
  let isScheduled = false;
  let answered: AnsweredParts | null = null;

  function schedule(): void {
    if (isScheduled) return;
    isScheduled = true;
    setTimeout(() => {
      isScheduled = false;
      const [someBranches, somePositions] = [branches, positions];
      branches = [];
      positions = new Map();
      if (someBranches.length > 0) void runBranches(someBranches);
      if (somePositions.size > 0) void runTexts(somePositions);
    });
  }

  async function run(sql: string): Promise<string[]> {
    try {
      return await client.run(sql, { signal, canMiss });
    } catch (error) {
      signal?.throwIfAborted();
      // A node may have stopped in the middle of its answer. The second attempt leaves this node out, because it can't
      // be reached now.
      if (!canMiss || of < 2 || !(error instanceof ClickHouseError) || !error.isMissingPart) throw error;
      return client.run(sql, { signal, canMiss });
    }
  }

  /**
   * Compares the number of activities in the parts that answered with the total. If activities are missing, throws an
   * error. With `canMiss`, remembers the answered parts instead. Of several results, the one with the fewest activities
   * is remembered.
   */
  function check(counts: readonly Counted[]): void {
    const activities = counts.reduce((sum, { x }) => sum + x, 0);
    if (activities === total) return;
    // The only part has answered. So a smaller number means that its table is being loaded.
    if (of === 1) {
      throw new ClickHouseError(
        RELOADED,
        `${activities} of ${total} activities are there: the table is being loaded anew`,
      );
    }
    const found = { answered: new Set(counts.map(({ a }) => a)).size, of, activities };
    if (!canMiss) throw new ClickHouseError(MISSING, `${found.answered} of ${of} parts of the dataset answered`);
    if (!answered || found.activities < answered.activities) answered = found;
  }

  async function runBranches(wanted: typeof branches): Promise<void> {
    try {
      const parts = grouped(tables.activities, '1', { a: `n % ${integer(of)}` });
      const asked = [...wanted.map(({ branch }) => branch), parts];
      const results = await run(`${statementsOf(asked).join(' UNION ALL ')} FORMAT TabSeparated`);
      const rows = asked.map((): Counted[] => []);
      for (const result of results) {
        for (const line of result.split('\n')) {
          if (line === '') continue;
          const [c = 0, a = 0, b = 0, x = 0, y = 0] = line.split('\t').map(Number);
          rows[c]?.push({ a, b, x, y });
        }
      }
      check(rows[wanted.length] ?? []);
      wanted.forEach(({ waiting }, i) => {
        waiting.resolve(rows[i] ?? []);
      });
    } catch (error) {
      for (const { waiting } of wanted) waiting.reject(error);
    }
  }

  async function runTexts(wanted: typeof positions): Promise<void> {
    try {
      const sql = `SELECT n, activity FROM ${tables.text} WHERE n IN (${integers([...wanted.keys()])}) FORMAT JSONEachRow`;
      const results = await run(sql);
      const found = new Map<number, Activity>();
      for (const result of results) {
        for (const line of result.split('\n')) {
          if (line === '') continue;
          const { n, activity } = JSON.parse(line) as { n: number | string; activity: string };
          found.set(Number(n), JSON.parse(activity) as Activity);
        }
      }
      for (const [position, waiting] of wanted) {
        const activity = found.get(position);
        // A part may have stopped since the activities were found, or the tables are being loaded again.
        if (!activity) throw new ClickHouseError(MISSING, 'Some activities that were found can’t be reached');
        waiting.resolve(activity);
      }
    } catch (error) {
      for (const waiting of wanted.values()) waiting.reject(error);
    }
  }

  return {
    missing: () => answered,
    rows(branch) {
      const before = asked.get(branch.sql);
      if (before) return before.promise;
      const waiting = waitFor<readonly Counted[]>();
      asked.set(branch.sql, waiting);
      branches.push({ branch, waiting });
      schedule();
      return waiting.promise;
    },
    async activities(wanted) {
      for (const position of wanted) {
        if (known.has(position)) continue;
        const waiting = waitFor<Activity>();
        known.set(position, waiting.promise);
        positions.set(position, waiting);
        schedule();
      }
      const found = new Map<number, Activity>();
      for (const position of wanted) {
        const activity = await known.get(position);
        if (activity) found.set(position, activity);
      }
      return found;
    },
  };
}

function waitFor<T>(): Waiting<T> {
  let resolve: (value: T) => void = () => {};
  let reject: (reason: unknown) => void = () => {};
  const promise = new Promise<T>((onResolve, onReject) => {
    resolve = onResolve;
    reject = onReject;
  });
  // If no code awaits the promise, a rejection would otherwise end the process.
  promise.catch(() => {});
  return { promise, resolve, reject };
}
