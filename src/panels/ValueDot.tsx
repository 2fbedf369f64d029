import type { Facet } from '../model/dataset';
import { ColourDot } from '../ui/ColourDot';
import { useColouring } from './colouring';

/** A dot before the label of a value, in the value's colour. Renders nothing for a value without a colour. */
export function ValueDot({ facet, value }: { facet: Pick<Facet, 'id'>; value: string }) {
  const colouring = useColouring();
  if (colouring?.facet.id !== facet.id) return null;
  const colour = colouring.values.findIndex(({ id }) => id === value);
  return colour < 0 ? null : <ColourDot colours={[colour]} className="me-1.5" />;
}
