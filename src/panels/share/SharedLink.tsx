import { useRef, useState } from 'react';
import { useText } from '../../i18n/use-text';
import { Button } from '../../ui/Button';

interface Props {
  /** The sentence that describes the view. */
  sentence: string;
  link: string;
}

/**
 * The length in characters from which a link may fail: servers often refuse longer links, and mail and chat programs
 * cut them.
 */
const LONG_LINK = 8_000;

/** Shows the current view's link with a copy button, below the sentence that describes the view. */
export function SharedLink({ sentence, link }: Props) {
  const { t } = useText();
  const field = useRef<HTMLInputElement>(null);
  const [said, setSaid] = useState('');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(link);
      setSaid(t('share.copied'));
    } catch {
      field.current?.select();
      setSaid(t('share.copyYourself'));
    }
  };
  return (
    <>
      <p className="font-serif text-base proportional">{sentence}</p>
      <input
        ref={field}
        type="text"
        readOnly
        value={link}
        aria-label={t('share.link')}
        className="h-11 w-full rounded-sm border border-edge bg-raised px-3"
        onFocus={event => event.target.select()}
      />
      {link.length > LONG_LINK && <p className="text-ink-2">{t('share.long', { n: link.length })}</p>}
      <div className="flex items-center gap-4">
        <Button look="primary" onClick={copy}>
          {t('share.copy')}
        </Button>
        <span aria-live="polite" className="text-ink-2">
          {said}
        </span>
      </div>
    </>
  );
}
