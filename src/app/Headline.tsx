import { useLayoutEffect, useRef, useState } from 'react';

/**
 * The headline's classes on a phone. Step 1 is smaller, because step 0 needs more than three lines. Step 2 also counts
 * the chosen values instead of naming them, because step 1 needs more than four lines.
 */
const SIZES = ['text-[1.5rem] leading-8', 'text-xl', 'text-xl'] as const;

const MAX_LINES = [3, 4] as const;

interface Props {
  sentence: string;
  /** Returns a shorter sentence that counts the values of a filter instead of naming them. */
  brief: () => string;
  isNarrow: boolean;
}

/** Shows the view as a sentence. On a phone, long sentences are smaller or count chosen values. */
export function Headline({ sentence, brief, isNarrow }: Props) {
  const ref = useRef<HTMLHeadingElement>(null);
  const [fit, setFit] = useState({ sentence, step: 0 });
  const step = isNarrow && fit.sentence === sentence ? fit.step : 0;
  // Measures the headline before the paint, so that readers see no change of size.
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
