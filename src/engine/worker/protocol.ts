import type { Origins } from '../../model/address';
import type { OpenDataset } from '../../model/answer';
import type { OpenFailureCode } from '../../model/problem';
import type { Progress } from '../../model/progress';
import type { Selection } from '../../model/selection';
import type { Order, Replies, Wants } from '../../model/wants';
import type { Source } from '../engine';
import type { Chunk } from '../in-chunks';

/*
 *   page                                  worker
 *     ── { kind: 'allow',    origins } ──▶  where data may come from; before everything else
 *     ── { kind: 'open',     id, … } ──▶    fetches, reads, indexes
 *     ◀── { kind: 'progress', id, … } ────    each time more bytes have arrived
 *     ◀── { kind: 'done',    id, value } ──
 *     ── { kind: 'ask',      id, … } ──▶    wants of one selection
 *     ── { kind: 'chunk',    id, … } ──▶    the next part of an export
 *     ◀── { kind: 'failed',  id, … } ─────
 *     ── { kind: 'abort',    id } ─────▶    the page no longer needs the reply: the worker stops
 *     ◀── { kind: 'ended',   id } ────────
 */
export type Ask =
  | { kind: 'open'; id: number; source: Source }
  | { kind: 'ask'; id: number; key: string; selection: Selection; wants: Wants }
  | { kind: 'chunk'; id: number; key: string; selection: Selection; order: Order; start: number };

export type Request = Ask | { kind: 'abort'; id: number };

/** The event of the page's window that hands a message port to the worker's code, if that code runs in the page. */
export const IN_PAGE = 'chronofacet:engine';

export interface Allow {
  kind: 'allow';
  origins: Origins;
}

export type Value = OpenDataset | Partial<Replies> | Chunk;

export type Reply =
  | { kind: 'progress'; id: number; progress: Progress }
  | { kind: 'done'; id: number; value: Value }
  | { kind: 'failed'; id: number; code: OpenFailureCode; found: string }
  | { kind: 'ended'; id: number };
