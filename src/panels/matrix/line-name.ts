import type { TextTools } from '../../i18n/use-text';
import { LONG_LABEL, valueLabel } from '../../i18n/value-label';
import type { Facet } from '../../model/dataset';

/** What a line is called on the screen: columns in short wherever there is a short form, rows where they are long. */
export function lineName(tools: TextTools, facet: Facet, value: string, isTight: boolean): string {
  const full = valueLabel(tools, facet, value);
  return isTight || full.length > LONG_LABEL ? valueLabel(tools, facet, value, true) : full;
}
