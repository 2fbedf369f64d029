import { runDatasetCommand } from './dataset';

/**
 * Ignores the error of writing to a closed pipe. So the command ends with its own exit code when a program that reads
 * its output, such as `head`, stops early.
 */
function ignoreClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}

process.stdout.on('error', ignoreClosedPipe);
process.stderr.on('error', ignoreClosedPipe);

// Runs the command while this file is being imported, because the runner that imports this file can't load code later.
process.exitCode = await runDatasetCommand(process.argv.slice(2), {
  out: line => process.stdout.write(`${line}\n`),
  err: line => process.stderr.write(`${line}\n`),
});
