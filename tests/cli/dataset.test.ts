import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inEveryForm } from '../fixtures/every-form';
import { smallDocument, smallDocumentWith } from '../fixtures/small-document';
import { run, temporaryFolder } from './run';

const folder = temporaryFolder();

interface Process {
  code: number | null;
  out: string;
  err: string;
}

/** The command as a separate process, in a folder outside of the project. */
function spawned(args: string[], shouldClosePipe = false): Promise<Process> {
  return new Promise(done => {
    const child = spawn(process.execPath, [resolve('scripts/dataset.mjs'), ...args], { cwd: folder.pathOf('') });
    let [out, err] = ['', ''];
    child.stdout.on('data', data => {
      out += data;
      if (shouldClosePipe) child.stdout.destroy();
    });
    child.stderr.on('data', data => {
      err += data;
    });
    child.on('close', code => done({ code, out, err }));
  });
}

describe('npm run dataset', { timeout: 120_000 }, () => {
  it('runs as a process: results on standard output, messages on standard error', async () => {
    await folder.write('dataset.json', JSON.stringify(smallDocument()));
    expect(await spawned(['check', 'dataset.json'])).toEqual({
      code: 0,
      out: '3 activities, 2 facets, 0 problems, 0 notes\n',
      err: '',
    });
    expect(await spawned(['check', 'nowhere.json'])).toEqual({
      code: 2,
      out: '',
      err: expect.stringMatching(/^nowhere\.json can’t be read: ENOENT.*\n$/),
    });
  });

  it('loads the code of every form and of proposed dates', async () => {
    const bad = smallDocumentWith('activities[1].date', '2018-6');
    await folder.write('bad.json', bad);
    const { activities, ...root } = JSON.parse(bad);
    await folder.write('bad.ndjson', [root, ...activities].map(value => JSON.stringify(value)).join('\n'));
    for (const file of ['bad.json', 'bad.ndjson']) {
      const { code, out } = await spawned(['pack', file, '--out', 'packed.cfpack']);
      expect([code, out]).toEqual([1, expect.stringContaining('“2018-06”')]);
      expect((await spawned(['check', 'packed.cfpack'])).out).toBe('2 activities, 2 facets, 0 problems, 0 notes\n');
    }
  });

  it('ends with its exit code when the reader of its output goes away', async () => {
    await folder.write('many.json', smallDocumentWith('activities', Array(20_000).fill(null)));
    const { code, out, err } = await spawned(['check', 'many.json'], true);
    expect([code, err]).toEqual([1, '']);
    expect(out).toMatch(/^activities\[0\] {2}/);
    expect(out.split('\n').length).toBeLessThan(20_000);
  });
});

const files = await inEveryForm(JSON.stringify(smallDocument()));
const COMMANDS = ['check', 'stats', 'diff', 'pack', 'generate'];

describe('runDatasetCommand', () => {
  it.each([['--help'], ['-h']])('lists all commands on %s', async flag => {
    const { code, out, err } = await run(flag);
    expect([code, err]).toEqual([0, []]);
    for (const command of COMMANDS) expect(out.join('\n')).toContain(`Usage: npm run dataset -- ${command} `);
  });

  it.each(COMMANDS)('explains %s on --help', async command => {
    for (const args of [
      [command, '--help'],
      [command, 'some-file', '-h'],
    ].slice(0, command === 'generate' ? 1 : 2)) {
      const { code, out, err } = await run(...args);
      expect([code, err]).toEqual([0, []]);
      expect(out.join('\n')).toMatch(new RegExp(`^Usage: npm run dataset -- ${command} [^]*Exit code`));
    }
  });

  it('lists all commands when there is none, or an unknown one', async () => {
    for (const args of [[], ['validate', 'a.json']]) {
      const { code, out, err } = await run(...args);
      expect([code, out]).toEqual([2, []]);
      expect(err.join('\n')).toContain('Usage: npm run dataset -- diff OLD NEW');
    }
    expect((await run('validate')).err[0]).toMatch(/^There is no command “validate”\./);
  });

  it.each([
    [['check'], /^FILE is missing\./],
    [['check', 'a', 'b'], /^Unexpected argument “b”\./],
    [['check', 'a', '--colour'], /^Unknown option '--colour'\./],
    [['check', 'a', '--json=yes'], /^Option '--json' does not take an argument\./],
    [['stats'], /^FILE is missing\./],
    [['stats', 'a', '--out', 'b'], /^Unknown option '--out'\./],
    [['diff', 'a'], /^NEW is missing\./],
    [['diff', 'a', 'b', 'c'], /^Unexpected argument “c”\./],
    [['pack', 'a'], /^Option '--out' is missing\./],
    [['pack', 'a', '--out'], /^Option '--out <value>' argument missing\./],
    [['pack', 'a', '--into', 'c'], /^Unknown option '--into'\./],
  ])('says in a sentence what is wrong with %j', async (args, sentence) => {
    const { code, out, err } = await run(...args);
    expect([code, out, err.length]).toEqual([2, [], 1]);
    expect(err[0]).toMatch(sentence);
    expect(err[0]).toMatch(new RegExp(` See npm run dataset -- ${args[0]} --help\\.$`));
  });

  it.each([...files.keys()])('every command that reads a file takes %s', async form => {
    const file = await folder.write('any', files.get(form) ?? '');
    for (const args of [
      ['check', file],
      ['stats', file],
      ['diff', file, file],
      ['pack', file, '--out', `${file}.out`],
    ]) {
      const { code, err } = await run(...args);
      expect([code, err]).toEqual([0, []]);
    }
  });

  it.each([['stats'], ['diff'], ['pack']])('%s says why a file is no dataset', async command => {
    const file = await folder.write('none', 'Hello');
    const more = { diff: [file], pack: ['--out', folder.pathOf('x')] }[command] ?? [];
    const { code, out, err } = await run(command, file, ...more);
    expect([code, out, err.length]).toEqual([1, [], 1]);
    expect(err[0]).toMatch(/none: This file is not JSON\./);
    if (command === 'pack') return;
    const json = await run(command, file, ...more, '--json');
    expect(JSON.parse(json.out.join(''))).toMatchObject({ file, failure: { code: 'notJson', found: '"Hello"' } });
  });
});
