import { CHECK } from './check';
import { type Command, type ExitCode, messageOf, type Output, readArguments, UsageError } from './command';
import { DIFF } from './diff';
import { EXPORT } from './export';
import { GENERATE } from './generate';
import { IMPORT } from './import';
import { LOAD } from './load/load';
import { UnreadableDataset } from './open-file';
import { PACK } from './pack';
import { SITE } from './site';
import { STATS } from './stats';

const COMMANDS: readonly Command[] = [CHECK, STATS, DIFF, EXPORT, IMPORT, PACK, LOAD, SITE, GENERATE];

const EXIT_CODES = `Exit code: 0 nothing wrong, 1 the data has problems, 2 the command could not be carried out.
Results are written to standard output, messages to standard error.`;

export async function runDatasetCommand([name, ...args]: readonly string[], output: Output): Promise<ExitCode> {
  const command = COMMANDS.find(candidate => candidate.name === name);
  if (!command) {
    const isHelp = name === '--help' || name === '-h';
    const usage = [...COMMANDS.map(candidate => candidate.usage), EXIT_CODES].join('\n\n');
    if (isHelp) output.out(usage);
    else output.err(name === undefined ? usage : `There is no command “${name}”.\n\n${usage}`);
    return isHelp ? 0 : 2;
  }
  return runCommand(command, args, output);
}

/** Runs a command with its arguments and returns its exit code. Errors are written to `output.err`. */
export async function runCommand(command: Command, args: readonly string[], output: Output): Promise<ExitCode> {
  let isJson = false;
  try {
    const read = readArguments(command, args);
    isJson = read.isSet('json');
    if (read.isSet('help')) {
      output.out(`${command.usage}\n\n${EXIT_CODES}`);
      return 0;
    }
    return await command.run(read, output);
  } catch (error) {
    const hint =
      error instanceof UsageError
        ? ` See ${command.usage.match(/npm run [a-z]+ -- (?:[a-z]+ )?/)?.[0] ?? ''}--help.`
        : '';
    output.err(messageOf(error) + hint);
    if (!(error instanceof UnreadableDataset)) return 2;
    if (isJson) output.out(JSON.stringify({ file: error.file, failure: error.failure }));
    return 1;
  }
}
