import { useText } from '../i18n/use-text';
import type { Colouring } from '../model/colour';
import { ColourDot } from '../ui/ColourDot';

interface Props {
  colouring: Colouring;
  /** The number of activities of the selection with each coloured value. Undefined if the numbers are not known. */
  counts: readonly number[] | undefined;
}

/** Lists the coloured values with their counts, in the order of their colours. */
export function ColourLegend({ colouring, counts }: Props) {
  const { words, number } = useText();
  return (
    <ul aria-label={words(colouring.facet.label)} className="flex flex-wrap items-center gap-x-3">
      {colouring.values.map(({ id, label, short = label }, i) => {
        const count = counts?.[i];
        return (
          <li key={id} title={words(label)} className="flex items-center gap-1.5">
            <ColourDot colours={[i]} />
            <span>
              <bdi>{words(short)}</bdi>
              {count !== undefined && <span className="text-ink-2"> {number(count)}</span>}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
