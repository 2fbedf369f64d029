import type { TextTools } from '../../i18n/text-tools';
import { LONG_LABEL, valueLabel } from '../../i18n/value-label';
import type { Facet } from '../../model/dataset';

/**
 * Returns the visible name of a row or column. With `isTight`, as for columns, uses the short name if the value has
 * one. Otherwise, as for rows, uses the short name only if the full name is long.
 */
export function lineName(tools: TextTools, facet: Facet, value: string, isTight: boolean): string {
  const full = valueLabel(tools, facet, value);
  return isTight || full.length > LONG_LABEL ? valueLabel(tools, facet, value, true) : full;
}
