import { useLingui } from '@lingui/react';
import { useEffect } from 'react';
import { failureText } from '../i18n/problem-text';
import { useText } from '../i18n/use-text';
import { shortened } from '../lib/shortened';
import { isLocalAddress } from '../model/address';
import { OpenFailure, type OpenFailureCode } from '../model/problem';
import { useLocalRecord } from '../queries/local-source';
import { Button } from '../ui/Button';
import { OpenOwnButton } from './OpenOwnButton';
import { loadAnewIfReplaced } from './release/watch-release';

/** In characters. Longer addresses are cut. */
const LONGEST_ADDRESS = 200;

/** Failures of a file that was fetched, but is not a valid dataset. */
const OF_FORMAT: ReadonlySet<OpenFailureCode> = new Set([
  'empty',
  'notJson',
  'notObject',
  'wrongFormat',
  'noActivities',
  'noDates',
  'program',
  'html',
  'pdf',
  'oldOffice',
  'protected',
]);

/** Failures for which fetching the same address again can't help. */
const OF_ADDRESS: ReadonlySet<OpenFailureCode> = new Set([
  'badAddress',
  'localGone',
  'refusedOrigin',
  'refusedPolicy',
  'refusedRedirect',
  'refusedScheme',
  'refusedUser',
]);

interface Props {
  error: Error;
  address: string;
  onRetry: () => void;
  /** Opens the shipped dataset instead. Null if the shipped dataset itself failed. */
  onShipped: (() => void) | null;
}

/** Explains why a dataset can't be opened, and offers what to do next. */
export function Failure({ error, address, onRetry, onShipped }: Props) {
  const { t } = useText();
  const { i18n } = useLingui();
  const local = useLocalRecord(address)?.source;
  const failure = error instanceof OpenFailure ? error : new OpenFailure('workerLost', error.message);
  const isLocal = isLocalAddress(address);
  // A newer release may have removed the engine's code or renamed the dataset. A reload then helps. But it would lose a
  // file from the reader's computer.
  useEffect(() => {
    if (!isLocal) void loadAnewIfReplaced();
  }, [isLocal]);
  const canHelp = !OF_ADDRESS.has(failure.code);
  return (
    <main className="mx-auto grid min-h-dvh max-w-2xl content-center gap-4 px-6 py-12">
      <h1 className="font-serif text-2xl font-medium">{t('failure.title')}</h1>
      <p role="alert" className="max-w-prose font-serif text-base">
        {failureText(i18n, failure)}
      </p>
      <p className="wrap-anywhere text-ink-2">
        {isLocal
          ? local && t('failure.file', { name: shortened(local.name, LONGEST_ADDRESS) })
          : t('failure.address', { address: shortened(address, LONGEST_ADDRESS) })}
      </p>
      <div className="flex flex-wrap gap-3">
        {failure.code !== 'localGone' && (
          <Button look={canHelp || !onShipped ? 'primary' : 'outline'} onClick={onRetry}>
            {t('retry')}
          </Button>
        )}
        {onShipped && (
          <Button look={canHelp ? 'outline' : 'primary'} onClick={onShipped}>
            {t('failure.shipped')}
          </Button>
        )}
        <OpenOwnButton />
        {OF_FORMAT.has(failure.code) && (
          <a href="schema/dataset-1.json" target="_blank" rel="noreferrer" className="link self-center">
            {t('failure.format')}
          </a>
        )}
      </div>
    </main>
  );
}
