import { useEffect, useState } from 'react';
import { estimatedTools } from '../i18n/estimated-tools';
import { useText } from '../i18n/use-text';
import type { View } from '../model/view';
import { useExact } from '../queries/exact';
import type { Answering } from '../queries/replies';
import { Button } from '../ui/Button';
import { useEventCallback } from '../ui/use-event-callback';

interface Props {
  answering: Answering;
  /** The view that the estimates answer. */
  view: View;
  /** One of this many activities is in the sample. */
  rate: number;
  /** Whether “Share and cite” waits for the exact numbers. */
  isNeeded: boolean;
  onCancel: () => void;
}

export { estimatedTools };

/**
 * Says that the numbers of the page are estimates, and asks for the exact ones. The reader can cancel this, and ask
 * again later. The component is mounted while the page shows estimates.
 */
export function EstimateNote({ answering, view, rate, isNeeded, onCancel }: Props) {
  const { t } = useText();
  const { ask, cancel } = useExact(answering);
  const [stoppedFor, stopFor] = useState<View | null>(null);
  const isStopped = stoppedFor === view && !isNeeded;
  const askNow = useEventCallback(ask);
  // Asks after each render, because other estimates may have arrived. Questions under way are not repeated.
  useEffect(() => {
    if (!isStopped) askNow();
  });
  const stop = () => {
    stopFor(view);
    cancel();
    onCancel();
  };
  return (
    <div className="flex flex-wrap items-center gap-3 border border-s-2 border-edge border-s-ink bg-raised px-4 py-2">
      <p role="status" className="max-w-prose">
        {isNeeded ? t('estimate.needed') : t(isStopped ? 'estimate.stopped' : 'estimate.running', { rate })}
      </p>
      {isStopped ? (
        <Button look="outline" onClick={() => stopFor(null)}>
          {t('estimate.count')}
        </Button>
      ) : (
        <>
          <progress aria-label={t('estimate.progress')} className="h-1 accent-accent" />
          <Button look="outline" onClick={stop}>
            {t('estimate.cancel')}
          </Button>
        </>
      )}
    </div>
  );
}
