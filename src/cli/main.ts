import { runDatasetCommand } from './dataset';

/** Ignores errors of writing to a closed pipe, so that the command keeps its own exit code. */
function ignoreClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}

process.stdout.on('error', ignoreClosedPipe);
process.stderr.on('error', ignoreClosedPipe);

// The command runs while this file is being imported, because the runner that imports it can't load code later.
process.exitCode = await runDatasetCommand(process.argv.slice(2), {
  out: line => process.stdout.write(`${line}\n`),
  err: line => process.stderr.write(`${line}\n`),
});
