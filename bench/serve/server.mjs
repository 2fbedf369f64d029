import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { Agent, get } from 'node:http';
import { createInterface } from 'node:readline';

/** The number of clock ticks in a second that Linux counts processor time by. */
const TICKS = 100;

/**
 * Starts the server with a file, and waits until it is ready.
 *
 * @param {string} bundle the folder of the bundled server
 * @param {{ explorer: string, file: string }} what
 */
export async function startServer(bundle, { explorer, file }) {
  const options = ['--data', file, '--explorer', explorer, '--port', '0', '--rate', '0', '--limit', '60'];
  const child = spawn(process.execPath, [`${bundle}/serve.js`, ...options], { stdio: ['ignore', 'pipe', 'ignore'] });
  const ended = once(child, 'exit');
  const [address] = await Promise.race([
    once(createInterface({ input: child.stdout }), 'line'),
    ended.then(() => [null]),
  ]);
  if (address === null) throw new Error('The server ended before it was ready.');
  const stat = () =>
    readFileSync(`/proc/${child.pid}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ')
      .map(Number);
  return {
    api: `${address}api/`,
    /** The processor time that the process has taken, with its threads, in milliseconds. */
    cpu: () => (((stat()[11] ?? 0) + (stat()[12] ?? 0)) * 1000) / TICKS,
    /** The memory of the process in bytes. */
    memory: () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1]) * 1024,
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** Sends requests one after the other over one connection, and counts the bytes that come back, headers included. */
export function countingClient() {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  /** The bytes that the connection had brought before the present request. */
  let seen = 0;
  return {
    /**
     * @param {string} address
     * @param {Record<string, string>} [headers]
     * @returns {Promise<{ status: number, tag: string, bytes: number }>}
     */
    ask: (address, headers = {}) =>
      new Promise((resolve, reject) => {
        const request = get(address, { agent, headers: { 'Accept-Encoding': 'br', ...headers } }, response => {
          const { socket } = response;
          response.resume();
          response.on('end', () => {
            const bytes = socket.bytesRead - seen;
            seen = socket.bytesRead;
            resolve({ status: response.statusCode ?? 0, tag: response.headers.etag ?? '', bytes });
          });
        });
        request.on('error', reject);
      }),
    close: () => agent.destroy(),
  };
}
