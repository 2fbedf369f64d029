import { type ParseArgsConfig, parseArgs } from 'node:util';

/** The output streams of a command. Results go to `out`, messages and progress to `err`. */
export interface Output {
  out(line: string): void;
  err(line: string): void;
}

export interface Arguments {
  files: readonly string[];
  value(option: string): string | undefined;
  isSet(option: string): boolean;
}

/** The exit code of a command. `0`: the data has no problems. `1`: the data has problems. `2`: the command failed. */
export type ExitCode = 0 | 1 | 2;

export interface Command {
  name: string;
  /** The command's part of the text that `--help` prints. */
  usage: string;
  options: NonNullable<ParseArgsConfig['options']>;
  /** The names of the arguments that are not options, in the order of the command line. */
  files: readonly string[];
  run(args: Arguments, output: Output): Promise<ExitCode>;
}

/** Thrown when the arguments of a command are wrong. */
export class UsageError extends Error {}

/** Thrown when a file can't be read or written. */
export class FileError extends Error {}

/** Parses the arguments of a command. Throws `UsageError` if an argument is missing, unexpected or unknown. */
export function readArguments({ options, files }: Command, args: readonly string[]): Arguments {
  const { values, positionals } = parsed(args, { ...options, help: { type: 'boolean', short: 'h' } });
  if (values.help !== true && positionals.length < files.length) {
    throw new UsageError(`${files[positionals.length]} is missing.`);
  }
  if (positionals.length > files.length) {
    throw new UsageError(`Unexpected argument “${positionals[files.length]}”.`);
  }
  return {
    files: positionals,
    value(option) {
      const value = values[option];
      return typeof value === 'string' ? value : undefined;
    },
    isSet: option => values[option] === true,
  };
}

function parsed(args: readonly string[], options: Command['options']) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    // Only the first sentence names the wrong option. The others explain the syntax of Node's parser.
    const [sentence] = messageOf(error).split(/[.\n]/);
    throw new UsageError(`${sentence}.`);
  }
}

export function requiredValue(args: Arguments, option: string): string {
  const value = args.value(option);
  if (value === undefined) throw new UsageError(`Option '--${option}' is missing.`);
  return value;
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
