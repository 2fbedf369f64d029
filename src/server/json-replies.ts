import type { AskReply } from '../engine/remote/api';
import type { Selection } from '../model/selection';
import type { Replies, Wants } from '../model/wants';

/**
 * The body of an API reply as JSON. The engine's thread makes these bytes, because copying reply objects between
 * threads would take longer. `isPartial` is true if a later reply may contain more.
 */
export interface JsonReplies {
  json: Uint8Array<ArrayBuffer>;
  isPartial: boolean;
}

export type AskJson = (key: string, selection: Selection, wants: Wants, signal?: AbortSignal) => Promise<JsonReplies>;

export function jsonOf(
  replies: Partial<Replies>,
  { parts = null, sample = null }: Partial<Pick<AskReply, 'parts' | 'sample'>> = {},
): JsonReplies {
  const reply: AskReply = { replies, parts, sample };
  return {
    json: new TextEncoder().encode(JSON.stringify(reply)),
    isPartial: parts !== null || Object.values(replies).some(isPartial),
  };
}

export function repliesIn({ json }: JsonReplies): Partial<Replies> {
  return (JSON.parse(new TextDecoder().decode(json)) as AskReply).replies;
}

function isPartial(reply: unknown): boolean {
  return typeof reply === 'object' && reply !== null && 'isPartial' in reply && reply.isPartial === true;
}
