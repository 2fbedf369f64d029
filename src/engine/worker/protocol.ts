import type { Origins } from '../../model/address';
import type { Answer, OpenDataset, OpenedActivity, Query, Trends } from '../../model/answer';
import type { OpenFailureCode } from '../../model/problem';
import type { Progress } from '../../model/progress';

/*
 *   page                                  worker
 *     ── { kind: 'allow',    origins } ──▶  where data may come from; before everything else
 *     ── { kind: 'open',     id, … } ──▶    fetches, reads, indexes
 *     ◀── { kind: 'progress', id, … } ────    as often as something has come
 *     ◀── { kind: 'done',    id, value } ──
 *     ── { kind: 'answer',   id, … } ──▶
 *     ── { kind: 'activity', id, … } ──▶
 *     ── { kind: 'trends',   id, … } ──▶
 *     ◀── { kind: 'failed',  id, … } ─────
 *     ── { kind: 'abort',    id } ─────▶    the question is dead: gives up what it waits for
 *     ◀── { kind: 'ended',   id } ────────
 */
export type Ask =
  | { kind: 'open'; id: number; address: string }
  | { kind: 'answer'; id: number; key: string; query: Query }
  | { kind: 'activity'; id: number; key: string; activity: string; query: Query }
  | { kind: 'trends'; id: number; key: string };

export type Request = Ask | { kind: 'abort'; id: number };

export interface Allow {
  kind: 'allow';
  origins: Origins;
}

export type Reply =
  | { kind: 'progress'; id: number; progress: Progress }
  | { kind: 'done'; id: number; value: OpenDataset | Answer | OpenedActivity | Trends | null }
  | { kind: 'failed'; id: number; code: OpenFailureCode; found: string }
  | { kind: 'ended'; id: number };
