import { useLayoutEffect, useRef, useState } from 'react';

/** The classes of the headline of a phone: at rest, where it has more than three lines, and where its filters are counted. */
const SIZES = ['text-[1.5rem] leading-8', 'text-xl', 'text-xl'] as const;

/** The most lines that the first two sizes may have. */
const MAX_LINES = [3, 4] as const;

interface Props {
  sentence: string;
  /** Returns a shorter sentence, in which filters with several values are counted instead of named. */
  brief: () => string;
  isNarrow: boolean;
}

/** The view as a sentence. On a phone a long one is set smaller, and a very long one counts the chosen values. */
export function Headline({ sentence, brief, isNarrow }: Props) {
  const ref = useRef<HTMLHeadingElement>(null);
  const [fit, setFit] = useState({ sentence, step: 0 });
  const step = isNarrow && fit.sentence === sentence ? fit.step : 0;
  // Before the first paint, so that nothing moves.
  useLayoutEffect(() => {
    const max = MAX_LINES[step];
    if (!isNarrow || !ref.current || max === undefined) return;
    const lines = ref.current.clientHeight / Number.parseFloat(getComputedStyle(ref.current).lineHeight);
    if (lines > max + 0.5) setFit({ sentence, step: step + 1 });
  }, [isNarrow, sentence, step]);
  return (
    <h1
      ref={ref}
      id="results"
      tabIndex={-1}
      className={`font-serif font-medium tracking-[-0.008em] text-balance proportional md:text-2xl ${SIZES[step] ?? ''}`}
    >
      {step === 2 ? brief() : sentence}
    </h1>
  );
}
