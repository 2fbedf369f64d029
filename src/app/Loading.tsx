import { useText } from '../i18n/use-text';
import type { Progress } from '../model/progress';
import { Button } from '../ui/Button';
import { Stalled } from './Stalled';

interface Props {
  progress?: Progress | null;
  /** Cancels the fetch. Undefined if nothing is being fetched. */
  onCancel?: () => void;
  /** Fetches the dataset again. Undefined if there is nothing to fetch. */
  onRetry?: () => void;
}

const MEGABYTE = 1_000_000;

/** Shown in place of the page while the dataset is loading. */
export function Loading({ progress = null, onCancel, onRetry }: Props) {
  const { t, number } = useText();
  const megabytes = (bytes: number) => number(Math.round(bytes / MEGABYTE));
  const isLarge = progress !== null && progress.done > MEGABYTE;
  return (
    <main className="mx-auto grid min-h-dvh max-w-prose content-center gap-4 px-6" aria-busy="true">
      <h1 className="font-serif text-2xl">{t('loading')}</h1>
      <progress
        aria-label={t('loading')}
        className="h-1 w-full appearance-none bg-rule accent-accent [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-rule [&::-webkit-progress-value]:bg-accent"
        {...(progress?.total ? { value: progress.done, max: progress.total } : {})}
      />
      {isLarge && (
        <p className="text-ink-2">
          {progress.total === null
            ? t('loading.bytes', { done: megabytes(progress.done) })
            : t('loading.of', { done: megabytes(progress.done), total: megabytes(progress.total) })}
        </p>
      )}
      {isLarge && onCancel && (
        <p>
          <Button look="outline" onClick={onCancel}>
            {t('loading.cancel')}
          </Button>
        </p>
      )}
      {onRetry && <Stalled key={progress?.done ?? 0} waitsFor="dataset" onRetry={onRetry} />}
    </main>
  );
}
