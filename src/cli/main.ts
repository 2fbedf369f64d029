import { runDatasetCommand } from './dataset';

/** Lets the command end with its own exit code when the reader of a pipe, such as `head`, has closed it. */
function ignoreClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}

process.stdout.on('error', ignoreClosedPipe);
process.stderr.on('error', ignoreClosedPipe);

// The command runs on import: the runner that imports this file can load no further code afterwards.
process.exitCode = await runDatasetCommand(process.argv.slice(2), {
  out: line => process.stdout.write(`${line}\n`),
  err: line => process.stderr.write(`${line}\n`),
});
