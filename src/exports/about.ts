import { constraintLabel } from '../i18n/headline';
import type { TextTools } from '../i18n/text-tools';
import { type DaySpan, isOpen, isoDay } from '../lib/day';
import { constraintsOfView } from '../model/constraints';
import type { DatasetHead } from '../model/dataset';
import type { View } from '../model/view';
import type { AnsweredParts } from '../model/wants';
import type { About } from './answer-form';

interface Facts extends Pick<About, 'sentence' | 'link' | 'count' | 'total' | 'version' | 'taken'> {
  extent: DaySpan | null;
  parts?: AnsweredParts | undefined;
}

/** Returns everything that an export of a view says about itself, in the reader's language. */
export function aboutView(tools: TextTools, head: DatasetHead, view: View, { extent, parts, ...facts }: Facts): About {
  const labels = constraintsOfView(view).map(constraint => constraintLabel(tools, head, view, constraint));
  const isKnown = extent !== null && !isOpen(extent.earliest) && !isOpen(extent.latest);
  return {
    ...facts,
    ...(parts && { parts }),
    filters: labels.map(({ name, value }) => tools.t('export.filter', { name, value })),
    extent: isKnown ? { from: isoDay(extent.earliest), to: isoDay(extent.latest) } : null,
  };
}
