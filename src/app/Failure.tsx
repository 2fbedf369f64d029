import { useLingui } from '@lingui/react';
import { failureText } from '../i18n/problem-text';
import { useText } from '../i18n/use-text';
import { shortened } from '../lib/shortened';
import { OpenFailure } from '../model/problem';
import { Button } from '../ui/Button';

/** More of an address tells nobody anything. */
const LONGEST_ADDRESS = 200;

interface Props {
  error: Error;
  address: string;
  onRetry: () => void;
  /** Opens the shipped dataset instead; null when that is the one that failed. */
  onShipped: (() => void) | null;
}

/** A dataset that can't be opened: what was expected, what was found, and the ways on. */
export function Failure({ error, address, onRetry, onShipped }: Props) {
  const { t } = useText();
  const { i18n } = useLingui();
  const failure = error instanceof OpenFailure ? error : new OpenFailure('workerLost', error.message);
  return (
    <main className="mx-auto grid min-h-dvh max-w-2xl content-center gap-4 px-6 py-12">
      <h1 className="font-serif text-2xl font-medium">{t('failure.title')}</h1>
      <p role="alert" className="max-w-prose font-serif text-base">
        {failureText(i18n, failure)}
      </p>
      <p className="wrap-anywhere text-ink-2">
        {t('failure.address', { address: shortened(address, LONGEST_ADDRESS) })}
      </p>
      <div className="flex flex-wrap gap-3">
        <Button look="primary" onClick={onRetry}>
          {t('retry')}
        </Button>
        {onShipped && (
          <Button look="outline" onClick={onShipped}>
            {t('failure.shipped')}
          </Button>
        )}
      </div>
    </main>
  );
}
