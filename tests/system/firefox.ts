import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import { join } from 'node:path';

const PROGRAM = '/usr/bin/firefox-esr';

/** A running Firefox with one page. Scripts are the bodies of functions and run in the page. */
export interface Firefox {
  open: (address: string) => Promise<void>;
  evaluate: (script: string, ...args: readonly unknown[]) => Promise<unknown>;
  stop: () => Promise<void>;
}

/** Options of the profile: no server can be reached, and files are saved without a question. */
function preferences(port: number, downloads: string): Readonly<Record<string, unknown>> {
  return {
    'marionette.port': port,
    'network.proxy.type': 1,
    'network.proxy.socks': '127.0.0.1',
    'network.proxy.socks_port': 9,
    'network.proxy.no_proxies_on': '',
    'network.proxy.allow_hijacking_localhost': true,
    'browser.download.folderList': 2,
    'browser.download.dir': downloads,
    'browser.download.alwaysOpenPanel': false,
    'intl.accept_languages': 'en-GB',
    'browser.shell.checkDefaultBrowser': false,
    'datareporting.policy.dataSubmissionEnabled': false,
  };
}

/**
 * Starts Debian's Firefox without a window and without a network. Files that the page saves land in `downloads`. It is
 * driven by Marionette, Firefox's own protocol: JSON with its length in front.
 */
export async function startFirefox(folder: string, downloads: string): Promise<Firefox> {
  if (!existsSync(PROGRAM)) throw new Error('Firefox is missing. Install the Debian package firefox-esr.');
  for (const path of [folder, downloads]) mkdirSync(path, { recursive: true });
  const port = await freePort();
  const lines = Object.entries(preferences(port, downloads)).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`,
  );
  writeFileSync(join(folder, 'user.js'), lines.join(''));
  const browser = spawn(PROGRAM, ['--headless', '--marionette', '--no-remote', '--profile', folder], {
    stdio: 'ignore',
    env: { ...process.env, HOME: folder },
  });
  const send = commandsOver(await connected(port, browser));
  await send('WebDriver:NewSession', {});
  return {
    open: async url => void (await send('WebDriver:Navigate', { url })),
    evaluate: async (script, ...args) => {
      const { value } = (await send('WebDriver:ExecuteScript', { script, args })) as { value: unknown };
      return value;
    },
    stop: async () => {
      const gone = once(browser, 'exit');
      browser.kill();
      await gone;
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}

/** Waits until Firefox listens, at most two minutes. */
async function connected(port: number, browser: ChildProcess): Promise<Socket> {
  for (const end = Date.now() + 120_000; ; ) {
    const socket = connect(port, '127.0.0.1');
    const isOpen = await once(socket, 'connect').then(
      () => true,
      () => false,
    );
    if (isOpen) return socket;
    if (browser.exitCode !== null || Date.now() > end) throw new Error('Firefox did not start.');
    await new Promise(resolve => setTimeout(resolve, 200));
  }
}

function commandsOver(socket: Socket): (name: string, parameters: object) => Promise<unknown> {
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (reason: Error) => void }>();
  let [last, received] = [0, Buffer.alloc(0)];
  socket.on('data', data => {
    received = Buffer.concat([received, data]);
    for (;;) {
      const colon = received.indexOf(':');
      const length = Number(received.subarray(0, colon));
      if (colon < 0 || received.length < colon + 1 + length) return;
      const message = JSON.parse(received.subarray(colon + 1, colon + 1 + length).toString());
      received = received.subarray(colon + 1 + length);
      if (!Array.isArray(message)) continue;
      const [, id, error, value] = message;
      if (error) waiting.get(id)?.reject(new Error(error.message));
      else waiting.get(id)?.resolve(value);
    }
  });
  return (name, parameters) =>
    new Promise((resolve, reject) => {
      last += 1;
      waiting.set(last, { resolve, reject });
      const command = JSON.stringify([0, last, name, parameters]);
      socket.write(`${Buffer.byteLength(command)}:${command}`);
    });
}
