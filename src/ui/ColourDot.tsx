import { colourOf } from './colour-look';

/** A dot in one colour or in two halves. The dot is grey if there are no colours. */
export function ColourDot({ colours, className = '' }: { colours: readonly number[]; className?: string }) {
  const [first, second = first] = colours;
  return (
    <span
      aria-hidden="true"
      className={`forced-mark inline-block size-2.25 shrink-0 rounded-full ${className}`}
      style={{ background: `linear-gradient(to right, ${colourOf(first)} 50%, ${colourOf(second)} 50%)` }}
    />
  );
}
