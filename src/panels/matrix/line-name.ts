import type { TextTools } from '../../i18n/use-text';
import { LONG_LABEL, valueLabel } from '../../i18n/value-label';
import type { Facet } from '../../model/dataset';

/** The visible name of a row or column. `isTight` (columns) prefers the short form; rows use it for long labels only. */
export function lineName(tools: TextTools, facet: Facet, value: string, isTight: boolean): string {
  const full = valueLabel(tools, facet, value);
  return isTight || full.length > LONG_LABEL ? valueLabel(tools, facet, value, true) : full;
}
