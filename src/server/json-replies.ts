import type { AskReply } from '../engine/remote/api';
import type { Selection } from '../model/selection';
import type { Replies, Wants } from '../model/wants';

/**
 * The body of a reply of the API, as JSON. A thread makes these bytes itself and hands them over, because copying the
 * replies from thread to thread would take longer than making them. `isPartial` tells that a later reply may have more.
 */
export interface JsonReplies {
  json: Uint8Array<ArrayBuffer>;
  isPartial: boolean;
}

/** Asks an engine in another thread. */
export type AskJson = (key: string, selection: Selection, wants: Wants, signal?: AbortSignal) => Promise<JsonReplies>;

export function jsonOf(replies: Partial<Replies>, parts: AskReply['parts'] = null): JsonReplies {
  const reply: AskReply = { replies, parts };
  return {
    json: new TextEncoder().encode(JSON.stringify(reply)),
    isPartial: parts !== null || Object.values(replies).some(isPartial),
  };
}

/** Returns the replies in the body of a reply. */
export function repliesIn({ json }: JsonReplies): Partial<Replies> {
  return (JSON.parse(new TextDecoder().decode(json)) as AskReply).replies;
}

function isPartial(reply: unknown): boolean {
  return typeof reply === 'object' && reply !== null && 'isPartial' in reply && reply.isPartial === true;
}
