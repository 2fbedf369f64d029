import { MAX_HEADER_BYTES, securityHeaders } from '../../build/security-headers.mjs';
import { runCommand } from './dataset';
import { serveCommand } from './serve';

/** Other origins from which datasets may be loaded. They must be the same as when the explorer was built. */
const dataOrigins = (process.env.CHRONOFACET_DATA_ORIGINS ?? '').split(/\s+/).filter(Boolean);

/**
 * The bundle puts this script beside this file. The name is in a variable, because the bundler would look for a file
 * with a literal name.
 */
const thread = './engine-thread.js';

const stopped = new Promise(resolve => {
  for (const signal of ['SIGTERM', 'SIGINT']) process.once(signal, resolve);
});

process.exitCode = await runCommand(
  serveCommand({
    headers: securityHeaders(dataOrigins),
    maxHeaderBytes: MAX_HEADER_BYTES,
    threadScript: new URL(thread, import.meta.url),
    stopped,
  }),
  process.argv.slice(2),
  { out: line => process.stdout.write(`${line}\n`), err: line => process.stderr.write(`${line}\n`) },
);

// A dataset that is still being opened would keep the process alive.
setTimeout(() => process.exit(), 200).unref();
