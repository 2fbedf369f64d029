import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';

/** Whether all journeys at the root run, with both kinds of servers. It takes half an hour or more. */
const isAll = process.env.CHRONOFACET_JOURNEYS === 'all';

const JOURNEYS = isAll ? [] : ['facets', 'matrix'].map(name => `journeys/${name}.spec`);
const KINDS = isAll ? ['data', 'clickhouse'] : ['clickhouse'];

/** The first of three ports, apart from those of journeys that run beside these tests. */
const PORT = Number(process.env.CHRONOFACET_TEST_PORT ?? 4180) + 10;

it.each(KINDS)('the page works over %s on a server as over its own record', { timeout: 7_200_000 }, async kind => {
  if (!existsSync('dist/index.html')) throw new Error('There is no build in dist. Run npm run build first.');
  const program = ['node_modules/@playwright/test/cli.js', 'test', ...JOURNEYS];
  const options = ['--project=at the root', '--reporter=dot', '--workers=2'];
  const env = { ...process.env, CHRONOFACET_SERVED: kind, CHRONOFACET_TEST_PORT: String(PORT) };
  const failure = await new Promise<string | null>(resolve => {
    execFile(process.execPath, [...program, ...options], { env, maxBuffer: 1 << 28 }, (error, out) =>
      resolve(error && out.replaceAll(/\[WebServer\].*\n/g, '').slice(-5000)),
    );
  });
  expect(failure).toBeNull();
});
