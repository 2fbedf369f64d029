import { MAX_HEADER_BYTES, securityHeaders } from '../../build/security-headers.mjs';
import { runCommand } from './dataset';
import { serveCommand } from './serve';

/** The origins that the explorer was built for. */
const dataOrigins = (process.env.CHRONOFACET_DATA_ORIGINS ?? '').split(/\s+/).filter(Boolean);

/** Beside this file in the bundle. As a variable, because the build would otherwise look for the file itself. */
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
