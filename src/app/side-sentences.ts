import { headline } from '../i18n/headline';
import type { TextTools } from '../i18n/text-tools';
import type { OpenDataset } from '../model/answer';
import { sideView } from './compared';
import { mentionOf } from './panels';
import type { Present } from './present';

export function sideSentences(tools: TextTools, { head, extent }: OpenDataset, present: Present): [string, string] {
  const { replies, view } = present;
  const totals = { a: replies.counts.total, b: replies.compared?.total ?? 0 };
  const sentence = (side: 'a' | 'b') =>
    headline(tools, head, sideView(view, side), { total: totals[side], extent, mention: mentionOf(view) });
  return [sentence('a'), sentence('b')];
}
