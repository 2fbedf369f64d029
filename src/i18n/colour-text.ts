import type { Colouring } from '../model/colour';
import { pickedBy } from '../model/colour';
import type { Activity } from '../model/dataset';
import { listText } from './list-text';
import type { TextTools } from './text-tools';

/**
 * Says in words what the colours of an activity mean: `EU institution: Parliament and Council`. Names all coloured
 * values of the activity, although a mark shows at most two colours. Returns '' if no value is coloured.
 */
export function colourText(tools: TextTools, colouring: Colouring, tags: Activity['tags']): string {
  const { facet, values } = colouring;
  const names = pickedBy(colouring, tags).flatMap(i => {
    const value = values[i];
    return value ? [tools.words(value.label)] : [];
  });
  if (names.length === 0) return '';
  const list = listText(tools.language, names, 'conjunction');
  return tools.t('colour.of', { facet: tools.words(facet.label), values: list });
}
