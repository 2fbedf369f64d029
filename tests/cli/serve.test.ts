import { describe, expect, it } from 'vitest';
import { runCommand } from '../../src/cli/dataset';
import { serveCommand } from '../../src/cli/serve';
import { temporaryFolder } from './run';

const folder = temporaryFolder();

async function serve(...args: string[]) {
  return serveUntil(new Promise(() => {}), ...args);
}

async function serveUntil(stopped: Promise<unknown>, ...args: string[]) {
  const [out, err]: [string[], string[]] = [[], []];
  const command = serveCommand({
    headers: {},
    dataOrigins: [],
    maxHeaderBytes: 20_000,
    threadScript: new URL('data:text/javascript,'),
    stopped,
  });
  const code = await runCommand(command, args, { out: line => out.push(line), err: line => err.push(line) });
  return { code, out, last: err.at(-1) };
}

describe('npm run serve', () => {
  it.each([
    [[], 'Give either --data or --clickhouse.'],
    [['--data', 'a', '--clickhouse', 'http://localhost'], 'Give either --data or --clickhouse.'],
    [['--clickhouse', 'http://localhost'], 'Option --table is missing.'],
    [['--data', 'a', '--port', '70000'], '--port must be a whole number up to 65535, not “70000”.'],
    [['--data', 'a', '--rate', 'many'], '--rate must be a whole number up to 1000000, not “many”.'],
    [
      ['--data', 'a', '--origin', 'https://example.org/'],
      '--origin must be origins such as https://example.org, not “https://example.org/”.',
    ],
    [['--data', 'a', '--nothing'], "Unknown option '--nothing'."],
  ])('says what is wrong with %j', async (args, message) => {
    await folder.write('index.html', '<title></title>');
    const { code, out, last } = await serve(...args, '--explorer', folder.pathOf(''));
    expect([code, out, last]).toEqual([2, [], `${message} See npm run serve -- --help.`]);
  });

  it('ends where there is no explorer, no file or no database', async () => {
    const nowhere = folder.pathOf('nowhere');
    const missing = await serve('--data', 'a', '--explorer', nowhere);
    expect([missing.code, missing.last]).toEqual([2, `${nowhere} holds no built explorer. Run npm run build first.`]);
    await folder.write('index.html', '<title></title>');
    const here = ['--explorer', folder.pathOf(''), '--port', '0'];
    const noFile = await serve('--data', nowhere, ...here);
    expect([noFile.code, noFile.out, noFile.last]).toEqual([
      2,
      [],
      expect.stringContaining(`${nowhere} can’t be read`),
    ]);
    await folder.write('explorer.json', '{"format": ');
    const unread = await serve('--data', nowhere, ...here);
    expect(unread.last).toMatch(/explorer\.json is not JSON: /);
    await folder.write('explorer.json', '{}');
    const noDatabase = await serve('--clickhouse', 'http://127.0.0.1:9', '--table', 'a', ...here);
    expect([noDatabase.code, noDatabase.out, noDatabase.last]).toEqual([2, [], expect.stringContaining('ClickHouse')]);
  });

  it('ends at once when it is stopped while the dataset is being opened', async () => {
    await folder.write('index.html', '<title></title>');
    const file = await folder.write('record.json', '{}');
    // The thread never says that the dataset is open.
    const stopped = new Promise(resolve => setTimeout(resolve, 50));
    const { code, out } = await serveUntil(stopped, '--data', file, '--explorer', folder.pathOf(''), '--port', '0');
    expect([code, out]).toEqual([0, []]);
  });
});
