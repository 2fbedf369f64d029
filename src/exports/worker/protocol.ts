import type { Activity } from '../../model/dataset';
import type { ExportJob, ExportResult } from '../run-job';

/*
 *   page                                   export worker
 *     ── { kind: 'start', job } ────────▶
 *     ◀── { kind: 'next' } ──────────────    each time the job needs more activities
 *     ── { kind: 'batch', activities } ──▶    null after the last activity
 *     ◀── { kind: 'done', result } ──────
 *     ◀── { kind: 'failed', … } ─────────
 */
export type ToWorker = { kind: 'start'; job: ExportJob } | { kind: 'batch'; activities: readonly Activity[] | null };

export type FromWorker =
  | { kind: 'next' }
  | { kind: 'done'; result: ExportResult }
  | { kind: 'failed'; message: string; max: number | null };
