/** ClickHouse's error code if no node of a part (shard) could be reached. */
export const MISSING = 279;

/** The code if the tables have, or are about to have, another dataset than the opened one. ClickHouse's codes are positive. */
export const RELOADED = -2;

/** ClickHouse's error codes for tables that don't exist or are being dropped. */
const NO_TABLE = [60, 218];

/** The reason why ClickHouse did not answer. `code` is ClickHouse's error code, or 0 if no server could be reached. */
export class ClickHouseError extends Error {
  constructor(
    readonly code: number,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'ClickHouseError';
  }

  /** Whether a node could not be reached, so that a part of the activities is missing. */
  get isMissingPart(): boolean {
    return [0, 32, 209, 210, MISSING].includes(this.code);
  }

  /** Whether the tables were loaded anew, so that the dataset must be opened anew. */
  get isReloaded(): boolean {
    return this.code === RELOADED;
  }

  /** Whether a table is not there. Tables that were there are missing for a moment while a load gives them their names. */
  get isNoTable(): boolean {
    return NO_TABLE.includes(this.code);
  }

  /** Whether the question took longer, or more memory or rows, than the server allows. */
  get isTooMuch(): boolean {
    return [158, 159, 160, 241, 307, 396].includes(this.code);
  }

  /** Whether the server refuses more questions for now. */
  get isQuota(): boolean {
    return [201, 202].includes(this.code);
  }
}

/** ClickHouse's error code if a read-only profile forbids a statement to write or to change settings. */
export const READ_ONLY = 164;

/** Returns the error that an answer of the server describes: `Code: 159, e.displayText() = …`. */
export function errorOf(text: string): ClickHouseError {
  const code = Number(/^Code: (\d+)/.exec(text)?.[1] ?? -1);
  // Replaces the server's message, which may quote the reader's search text: searches must not get into a log.
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
