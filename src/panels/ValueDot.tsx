import type { Facet } from '../model/dataset';
import { ColourDot } from '../ui/ColourDot';
import { useColouring } from './colouring';

/** The colour of a value before its label; nothing for a value without one. */
export function ValueDot({ facet, value }: { facet: Pick<Facet, 'id'>; value: string }) {
  const colouring = useColouring();
  if (colouring?.facet.id !== facet.id) return null;
  const colour = colouring.values.findIndex(({ id }) => id === value);
  return colour < 0 ? null : <ColourDot colours={[colour]} className="me-1.5" />;
}
