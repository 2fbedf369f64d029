import { beforeEach, describe, expect, it, vi } from 'vitest';
import { findOrInstallBrowser } from '../../scripts/find-browser.mjs';

const { said, run, programs } = vi.hoisted(() => ({
  said: [] as string[],
  run: vi.fn(),
  programs: new Set<string>(),
}));

vi.mock('node:child_process', () => ({ spawnSync: run }));

vi.mock('node:fs', () => ({
  constants: { X_OK: 1 },
  existsSync: (path: string) => path === '/etc/debian_version',
  accessSync: (path: string) => {
    if (!programs.has(path)) throw new Error('ENOENT');
  },
}));

beforeEach(() => {
  said.length = 0;
  programs.clear();
  vi.stubEnv('CHRONOFACET_BROWSER', '');
  vi.spyOn(process, 'getuid').mockReturnValue(0);
  vi.spyOn(console, 'log').mockImplementation(line => said.push(line));
});

/** Each command that ran, with all that had been printed before it. */
function commandsRun(effect: (command: string) => number) {
  const commands: { command: string; printed: string[]; options: Record<string, unknown> }[] = [];
  run.mockImplementation((program: string, args: string[], options: Record<string, unknown>) => {
    const command = [program, ...args].join(' ');
    commands.push({ command, printed: [...said], options });
    return { status: effect(command) };
  });
  return commands;
}

describe('findOrInstallBrowser', () => {
  it('installs nothing where a browser is found', () => {
    programs.add('/usr/bin/chromium');
    const commands = commandsRun(() => 0);
    expect(findOrInstallBrowser()).toBe('/usr/bin/chromium');
    expect(commands).toEqual([]);
  });

  it('prints each command before it runs, and gives none of them a standard input', () => {
    programs.add('/usr/bin/apt-get');
    const commands = commandsRun(command => {
      if (command.includes('install -y chromium-headless-shell')) programs.add('/usr/bin/chromium-headless-shell');
      return 0;
    });
    expect(findOrInstallBrowser()).toBe('/usr/bin/chromium-headless-shell');
    expect(commands.map(({ command }) => command.replace(/-o \S+ /, ''))).toEqual([
      'apt-get update',
      'apt-get install -y chromium-headless-shell',
    ]);
    for (const { command, printed, options } of commands) {
      expect(printed.at(-1)).toBe(`> ${command}`);
      expect(options).toMatchObject({
        stdio: ['ignore', 'inherit', 'inherit'],
        env: { DEBIAN_FRONTEND: 'noninteractive' },
      });
    }
  });

  it('asks Playwright for a browser where the system offers none, and says so where that fails', () => {
    const commands = commandsRun(() => 1);
    expect(findOrInstallBrowser).toThrow(/set CHRONOFACET_BROWSER/);
    expect(commands.map(({ command }) => command)).toEqual([
      expect.stringMatching(/playwright.*cli\.js install chromium$/),
    ]);
  });
});
