import { MAX_HEADER_BYTES, securityHeaders } from '../../build/security-headers.mjs';
import { runCommand } from './dataset';
import { serveCommand } from './serve';

/** Other origins from which the page may load datasets. The explorer must be built with the same list. */
const dataOrigins = (process.env.CHRONOFACET_DATA_ORIGINS ?? '').split(/\s+/).filter(Boolean);

/** The script of the engine threads. The name is in a variable, because the bundler would try to resolve a literal. */
const thread = './engine-thread.js';

const stopped = new Promise(resolve => {
  for (const signal of ['SIGTERM', 'SIGINT']) process.once(signal, resolve);
});

process.exitCode = await runCommand(
  serveCommand({
    headers: securityHeaders(dataOrigins),
    maxHeaderBytes: MAX_HEADER_BYTES,
    dataOrigins,
    threadScript: new URL(thread, import.meta.url),
    stopped,
  }),
  process.argv.slice(2),
  { out: line => process.stdout.write(`${line}\n`), err: line => process.stderr.write(`${line}\n`) },
);

// Ends the process even if a dataset is still being opened, which would keep the process alive.
setTimeout(() => process.exit(), 200).unref();
