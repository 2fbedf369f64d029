/** The first coloured value gets the first colour, and so on. */
const COLOURS = ['var(--colour-1)', 'var(--colour-2)', 'var(--colour-3)'] as const;

const REST = 'var(--colour-rest)';

/** Returns grey if the index is undefined or too large. */
export function colourOf(index: number | undefined): string {
  return (index === undefined ? undefined : COLOURS[index]) ?? REST;
}

/** Returns the stops of a CSS gradient in which each colour takes up its share. The last share is that of grey. */
export function sharesOf(shares: readonly number[]): string {
  const whole = shares.reduce((sum, share) => sum + share, 0);
  let end = 0;
  const stops = shares.map((share, i) => {
    const start = end;
    end += share;
    const percent = (part: number) => `${Math.round((part / whole) * 1000) / 10}%`;
    return share === 0 ? '' : `${colourOf(i < shares.length - 1 ? i : undefined)} ${percent(start)} ${percent(end)}`;
  });
  return stops.filter(Boolean).join(', ');
}
