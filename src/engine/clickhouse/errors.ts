/** ClickHouse's error code for a part (shard) of which no node could be reached. */
export const MISSING = 279;

/**
 * The error code for tables that have, or will soon have, another dataset than the opened one. It is negative because
 * ClickHouse's own codes are positive.
 */
export const RELOADED = -2;

/** ClickHouse's error codes for tables that don't exist or are being dropped. */
const NO_TABLE = [60, 218];

/**
 * The reason why ClickHouse did not answer. `code` is ClickHouse's error code. It is 0 if no server could be reached,
 * and -1 if the answer names no code.
 */
export class ClickHouseError extends Error {
  constructor(
    readonly code: number,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'ClickHouseError';
  }

  /** Whether a node could not be reached. If so, a part of the activities is missing. */
  get isMissingPart(): boolean {
    return [0, 32, 209, 210, MISSING].includes(this.code);
  }

  /** Whether the tables were loaded again. If so, the dataset must be opened again. */
  get isReloaded(): boolean {
    return this.code === RELOADED;
  }

  /** Whether a table does not exist. Even loaded tables do not exist for a moment while a load renames the new ones. */
  get isNoTable(): boolean {
    return NO_TABLE.includes(this.code);
  }

  /** Whether the question took longer, or needed more memory or rows, than the server allows. */
  get isTooMuch(): boolean {
    return [158, 159, 160, 241, 307, 396].includes(this.code);
  }

  get isQuota(): boolean {
    return [201, 202].includes(this.code);
  }
}

/** ClickHouse's error code for a statement that a read-only profile forbids, because it writes or changes settings. */
export const READ_ONLY = 164;

/** Returns the error that the server's answer describes. An answer is like `Code: 159, e.displayText() = …`. */
export function errorOf(text: string): ClickHouseError {
  const code = Number(/^Code: (\d+)/.exec(text)?.[1] ?? -1);
  // The server's message is replaced, because it may quote the reader's search text, which must not get into a log.
  return new ClickHouseError(code, sentenceOf(code));
}

function sentenceOf(code: number): string {
  switch (code) {
    case 60:
    case 81:
      return 'ClickHouse has no such table: load the dataset with “npm run dataset -- load”';
    case 159:
      return 'ClickHouse did not finish in the time that it allows';
    case 192:
    case 193:
    case 194:
    case 516:
      return 'ClickHouse refused the user or the password';
    case MISSING:
      return 'A part of the dataset can’t be reached';
    default:
      return `ClickHouse answered with error ${code}`;
  }
}
