import { useText } from '../i18n/use-text';
import { Button } from '../ui/Button';
import { useLong } from '../ui/use-long';

/** How long to wait before the note is shown. Even a slow answer takes less. */
const STALLED_MS = 20_000;

interface Props {
  waitsFor: 'dataset' | 'answer';
  onRetry: () => void;
}

/** Says, 20 seconds after it is mounted, that neither data nor an answer has arrived, and offers to try again. */
export function Stalled({ waitsFor, onRetry }: Props) {
  const { t } = useText();
  if (!useLong(true, STALLED_MS)) return null;
  const seconds = STALLED_MS / 1000;
  return (
    <div role="alert" className="no-print flex flex-wrap items-center gap-3 border-s-2 border-ink bg-raised px-4 py-2">
      <p className="max-w-prose">
        {waitsFor === 'dataset' ? t('loading.silent', { seconds }) : t('waiting.silent', { seconds })}
      </p>
      <Button look="outline" onClick={onRetry}>
        {t('retry')}
      </Button>
    </div>
  );
}
