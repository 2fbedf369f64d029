import { useText } from '../i18n/use-text';
import { Button } from '../ui/Button';

interface Props {
  waitsFor: 'dataset' | 'answer';
  /** How long the page has waited without receiving anything. */
  seconds: number;
  onRetry: () => void;
}

export function StalledNote({ waitsFor, seconds, onRetry }: Props) {
  const { t } = useText();
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
