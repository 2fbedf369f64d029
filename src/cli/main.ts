import { runDatasetCommand } from './dataset';

/**
 * Ignores the error of writing to a closed pipe, so that the command ends with its own exit code when the reader of its
 * output, such as `head`, stops early.
 */
function ignoreClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}

process.stdout.on('error', ignoreClosedPipe);
process.stderr.on('error', ignoreClosedPipe);

// The command runs while this file is imported, because the runner that imports it can't load any code afterwards.
process.exitCode = await runDatasetCommand(process.argv.slice(2), {
  out: line => process.stdout.write(`${line}\n`),
  err: line => process.stderr.write(`${line}\n`),
});
