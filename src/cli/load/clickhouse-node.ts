import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { encoded } from '../../engine/clickhouse/client';
import { FileError, messageOf } from '../command';

/** The ClickHouse user of the command. The password is never part of an address or of the command line. */
export interface Account {
  user: string;
  password: string;
}

export interface ClickHouseNode {
  url: string;
  /** Sends a statement and returns the text of the reply. Rejects with `ServerRefusal` or `ConnectionBroken`. */
  ask(sql: string, options?: AskOptions): Promise<string>;
}

export interface AskOptions {
  /** The rows of an INSERT, one JSON object on each line. */
  rows?: string;
  queryId?: string;
}

/** Thrown when a server answers with an error. `code` is ClickHouse's error code, or 0 if the answer has none. */
export class ServerRefusal extends FileError {
  constructor(
    readonly code: number,
    message: string,
  ) {
    super(message);
  }
}

/**
 * Thrown when no server answers, or the connection ends before the reply. The server may still have executed the
 * statement.
 */
export class ConnectionBroken extends FileError {}

const compress = promisify(gzip);

export function clickHouseNode(address: string, { user, password }: Account): ClickHouseNode {
  const url = address.replace(/\/+$/, '');
  return {
    url,
    async ask(sql, { rows, queryId } = {}) {
      const target = new URL(url);
      target.searchParams.set('default_format', 'JSONCompact');
      if (queryId !== undefined) target.searchParams.set('query_id', queryId);
      const headers: Record<string, string> = {
        'X-ClickHouse-User': encoded(user),
        'X-ClickHouse-Key': encoded(password),
        // Making a batch of rows can take longer than the server keeps an idle connection open.
        Connection: 'close',
      };
      if (rows !== undefined) {
        target.searchParams.set('query', sql);
        // If the connection breaks, the gzip data is incomplete. So the server notices that rows are missing.
        headers['Content-Encoding'] = 'gzip';
      }
      const body = rows === undefined ? sql : await compress(rows, { level: 1 });
      let response: Response;
      let text: string;
      try {
        response = await fetch(target, { method: 'POST', headers, body });
        text = (await response.text()).trim();
      } catch (error) {
        throw new ConnectionBroken(`No ClickHouse server answers at ${url} (${reasonOf(error)}).`);
      }
      if (response.ok && !/^Code: \d+/.test(text)) return text;
      throw refusal(url, user, response.status, text);
    },
  };
}

export async function rowsAsked(node: ClickHouseNode, sql: string): Promise<readonly (readonly unknown[])[]> {
  const text = await node.ask(sql);
  try {
    return JSON.parse(text).data;
  } catch {
    throw new FileError(`The server at ${node.url} is no ClickHouse server: it answers “${text.slice(0, 60)}”.`);
  }
}

function reasonOf(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  return cause instanceof Error && 'code' in cause ? String(cause.code) : messageOf(cause ?? error);
}

function refusal(url: string, user: string, status: number, text: string): ServerRefusal {
  const code = Number(/\bCode: (\d+)/.exec(text)?.[1] ?? 0);
  return new ServerRefusal(code, sentenceOf(code) ?? (code === 0 ? `${url} answers with HTTP ${status}.` : other()));

  function sentenceOf(number: number): string | undefined {
    if ([192, 193, 194, 516].includes(number)) {
      return (
        `${url} refuses the user “${user}”: unknown, or another password. ` +
        'Give the user by --user and the password in CLICKHOUSE_PASSWORD.'
      );
    }
    if ([164, 291, 497].includes(number)) {
      return `The user “${user}” may not write at ${url}. Take a user that may create tables.`;
    }
    if (number === 81) return `${url} has no such database. Create it first, or leave ?database= out of the address.`;
    if (number === 243 || /No space left/i.test(text)) {
      return `The disk of ${url} is full. Make room there and run the same command again: it goes on where it ended.`;
    }
    return undefined;
  }

  function other(): string {
    const said = text.replace(/\s+/g, ' ').replace(/, e\.what\(\).*/, '');
    return `${url} refuses a statement: ${said.slice(0, 300)}`;
  }
}
