import { useEffect, useMemo } from 'react';
import { compareHeadline } from '../i18n/compare-headline';
import type { TextTools } from '../i18n/text-tools';
import { useText } from '../i18n/use-text';
import { isolated } from '../lib/isolated';
import type { OpenDataset } from '../model/answer';
import { isNarrowed } from '../model/view';
import { sideView } from './compared';
import { mentionOf } from './panels';
import type { Answered } from './present';

/** Describes the view in words, and sets the title of the browser's tab. Returns '' until the counts arrive. */
export function usePageTitle(
  open: OpenDataset,
  { view, replies: { counts, compared } }: Answered,
  estimated: ((tools: TextTools) => TextTools) | null,
): string {
  const given = useText();
  const tools = estimated?.(given) ?? given;
  const sentence = useMemo(() => {
    if (!counts) return '';
    const sides = [
      { view, total: counts.total },
      { view: sideView(view, 'b'), total: (compared ?? counts).total },
    ] as const;
    return compareHeadline(tools, open.head, sides, { extent: open.extent, mention: mentionOf(view) });
  }, [tools, open, view, counts, compared]);
  const title = tools.words(open.head.title);
  useEffect(() => {
    document.title = !sentence ? title : isNarrowed(view) ? `${sentence} – ${isolated(title)}` : sentence;
  }, [sentence, title, view]);
  return sentence;
}
