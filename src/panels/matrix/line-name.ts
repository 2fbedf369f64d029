import type { TextTools } from '../../i18n/text-tools';
import { LONG_LABEL, valueLabel } from '../../i18n/value-label';
import type { Facet } from '../../model/dataset';

/**
 * Returns the visible name of a row or column. With `isTight` (columns) it is the short form if there is one; without (rows),
 * the short form is used only for long labels.
 */
export function lineName(tools: TextTools, facet: Facet, value: string, isTight: boolean): string {
  const full = valueLabel(tools, facet, value);
  return isTight || full.length > LONG_LABEL ? valueLabel(tools, facet, value, true) : full;
}
