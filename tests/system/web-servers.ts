import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { get } from 'node:https';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { run } from './programs';

export interface Answer {
  status: number;
  headers: Readonly<Record<string, string | undefined>>;
  body: string;
}

export interface WebServer {
  /** The address of the served folder, with a final slash. */
  url: string;
  /** The address of the server that leads from http to https. */
  plainUrl: string;
  stop: () => Promise<void>;
}

/** Returns the text of the block in docs/DEPLOY.md that is written in a language. */
export function documented(language: string): string {
  const text = readFileSync('docs/DEPLOY.md', 'utf8');
  const [, block] = new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'm').exec(text) ?? [];
  if (block === undefined) throw new Error(`docs/DEPLOY.md has no block in ${language}.`);
  return block;
}

/** Writes a certificate for this computer into a folder and returns the paths of it and its key. */
export function makeCertificate(folder: string): { certificate: string; key: string } {
  const [certificate, key] = [join(folder, 'certificate.pem'), join(folder, 'key.pem')];
  const subject = ['-subj', '/CN=example.org', '-addext', 'subjectAltName=IP:127.0.0.1'];
  run('openssl', [
    'req',
    '-x509',
    '-newkey',
    'rsa:2048',
    '-nodes',
    '-days',
    '2',
    ...subject,
    '-keyout',
    key,
    '-out',
    certificate,
  ]);
  return { certificate, key };
}

/** Starts Debian's nginx with the documented configuration. `root` is the folder that it serves. */
export async function startNginx(folder: string, root: string): Promise<WebServer> {
  const ports = [await freePort(), await freePort()] as const;
  const site = placed(documented('nginx'), folder, root, [
    // A computer need not have IPv6.
    ['  listen [::]:443 ssl;\n', ''],
    ['  listen [::]:80;\n', ''],
    ['listen 443 ssl', `listen 127.0.0.1:${ports[0]} ssl`],
    ['listen 80', `listen 127.0.0.1:${ports[1]}`],
  ]);
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    name => `${name}_temp_path ${join(folder, 'temporary')};`,
  );
  const config = [
    process.getuid?.() === 0 ? 'user www-data;' : '',
    'daemon off;',
    'worker_processes 1;',
    `pid ${join(folder, 'nginx.pid')};`,
    'events {}',
    `http { access_log off; ${temporary.join(' ')}`,
    // Debian's own types, beside which the documented ones stand.
    site.replace('include mime.types', 'include /etc/nginx/mime.types'),
    '}',
  ];
  writeFileSync(join(folder, 'nginx.conf'), config.join('\n'));
  const log = join(folder, 'error.log');
  return start('/usr/sbin/nginx', ['-e', log, '-p', folder, '-c', join(folder, 'nginx.conf')], ports, log);
}

/** The modules that Debian enables by itself, and those that the page asks for. */
const APACHE_MODULES = [
  ['mpm_event', 'authz_core', 'alias', 'dir', 'mime', 'filter', 'setenvif'],
  ['ssl', 'socache_shmcb', 'headers', 'deflate'],
].flat();

/** Starts Debian's Apache with the documented configuration. `root` is the folder that it serves. */
export async function startApache(folder: string, root: string): Promise<WebServer> {
  const ports = [await freePort(), await freePort()] as const;
  const site = placed(documented('apache'), folder, root, [
    ['<VirtualHost *:443>', `<VirtualHost 127.0.0.1:${ports[0]}>`],
    ['<VirtualHost *:80>', `<VirtualHost 127.0.0.1:${ports[1]}>`],
  ]);
  const log = join(folder, 'error.log');
  const config = [
    ...APACHE_MODULES.map(name => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`),
    `ServerRoot ${folder}`,
    'ServerName example.org',
    `PidFile ${join(folder, 'apache.pid')}`,
    `DefaultRuntimeDir ${folder}`,
    `ErrorLog ${log}`,
    'TypesConfig /etc/mime.types',
    ...(process.getuid?.() === 0 ? ['User www-data', 'Group www-data'] : []),
    ...ports.map(port => `Listen 127.0.0.1:${port}`),
    '<Directory />',
    'Require all denied',
    '</Directory>',
    site,
  ];
  writeFileSync(join(folder, 'apache.conf'), config.join('\n'));
  return start('/usr/sbin/apache2', ['-f', join(folder, 'apache.conf'), '-DFOREGROUND'], ports, log);
}

/** Puts the paths and addresses of a test into a documented configuration. Throws if one of them does not stand there. */
function placed(text: string, folder: string, root: string, changes: readonly (readonly [string, string])[]): string {
  mkdirSync(folder, { recursive: true });
  // The servers drop the rights of the administrator.
  chmodSync(folder, 0o755);
  const { certificate, key } = makeCertificate(folder);
  const all = [
    ...changes,
    ['/srv/timeline', root],
    ['/etc/ssl/example.org/fullchain.pem', certificate],
    ['/etc/ssl/example.org/privkey.pem', key],
  ] as const;
  return all.reduce((changed, [from, to]) => {
    if (!changed.includes(from)) throw new Error(`docs/DEPLOY.md does not say “${from}” in its configuration.`);
    return changed.replaceAll(from, to);
  }, text);
}

async function start(
  program: string,
  args: readonly string[],
  [port, plainPort]: readonly [number, number],
  log: string,
): Promise<WebServer> {
  if (!existsSync(program)) {
    throw new Error(`${program} is missing. Install the Debian package ${program.replace(/.*\//, '')}.`);
  }
  const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', piece => {
    said += piece;
  });
  const url = `https://127.0.0.1:${port}/`;
  const ended = new Promise<void>(resolve => child.once('exit', () => resolve()));
  await answering(url, child, () => `${said}\n${existsSync(log) ? readFileSync(log, 'utf8') : ''}`);
  return {
    url,
    plainUrl: `http://127.0.0.1:${plainPort}/`,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

const START_MS = 20_000;

/** Waits until a server answers. Throws with what the server has said if it ends or stays silent. */
async function answering(url: string, child: ChildProcess, said: () => string): Promise<void> {
  const end = Date.now() + START_MS;
  for (;;) {
    if (child.exitCode !== null) throw new Error(`The server ended with ${child.exitCode}: ${said()}`);
    const answer = await ask(url).catch(() => null);
    if (answer) return;
    if (Date.now() > end) throw new Error(`The server does not answer: ${said()}`);
    await new Promise(resolve => setTimeout(resolve, 100));
  }
}

/** Asks a server, whose certificate nobody has signed, for an address. */
export function ask(url: string, headers: Record<string, string> = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const options = { headers, rejectUnauthorized: false, maxHeaderSize: 1 << 18 };
    const request = get(url, options, response => {
      const pieces: Buffer[] = [];
      response.on('data', piece => pieces.push(piece));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers as Record<string, string>,
          body: Buffer.concat(pieces).toString('latin1'),
        }),
      );
    });
    request.on('error', reject);
  });
}

/** Returns the number of a port that nobody uses. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(address !== null && typeof address === 'object' ? address.port : 0));
    });
  });
}
