import { useRef, useState } from 'react';
import { useText } from '../../i18n/use-text';
import { Button } from '../../ui/Button';

export function Citation({ text }: { text: string }) {
  const { t } = useText();
  const words = useRef<HTMLSpanElement>(null);
  const [said, setSaid] = useState('');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setSaid(t('about.copied'));
    } catch {
      if (words.current) getSelection()?.selectAllChildren(words.current);
      setSaid(t('about.copyYourself'));
    }
  };
  return (
    <>
      <span ref={words} className="wrap-anywhere">
        {text}
      </span>{' '}
      <Button look="link" className="px-1" onClick={copy}>
        {t('about.copy')}
      </Button>{' '}
      <span aria-live="polite" className="text-ink-2">
        {said}
      </span>
    </>
  );
}
