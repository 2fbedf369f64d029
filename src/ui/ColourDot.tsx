import { colourOf } from './colour-look';

/** Grey if there are no colours. Two colours share the dot. */
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
