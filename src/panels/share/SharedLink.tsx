import { useRef } from 'react';
import { useText } from '../../i18n/use-text';
import { Button } from '../../ui/Button';
import { CopyButton } from './CopyButton';
import { copyText } from './clipboard';

interface Props {
  /** Describes what the link opens. */
  sentence: string;
  link: string;
  /** `name` is the accessible name of the field with the link, and `note` says what the link opens. */
  name: string;
  note: string;
  /** Shows a message, and announces it to screen readers. */
  onSay: (sentence: string) => void;
}

/** In characters. Servers often refuse longer links, and mail and chat programs cut them off. */
const LONG_LINK = 8_000;

/** Shows a link with a copy button, and a button for the system's share sheet if the browser has one. */
export function SharedLink({ sentence, link, name, note, onSay }: Props) {
  const { t } = useText();
  const field = useRef<HTMLInputElement>(null);
  const copy = async () => {
    const isCopied = await copyText(link);
    if (!isCopied) field.current?.select();
    onSay(t(isCopied ? 'share.copied' : 'share.copyYourself'));
    return isCopied;
  };
  const send = async () => {
    try {
      await navigator.share({ text: sentence, url: link });
    } catch (error) {
      // The reader closed the system's sheet.
      if (error instanceof DOMException && error.name === 'AbortError') return;
      onSay(t('share.notSent'));
    }
  };
  return (
    <div className="flex flex-col gap-1">
      <div className="flex flex-wrap items-center gap-2">
        <input
          ref={field}
          type="text"
          readOnly
          dir="ltr"
          value={link}
          aria-label={name}
          className="h-9 min-w-0 grow basis-48 rounded-sm border border-edge bg-raised px-3 pointer-coarse:h-11"
          onFocus={event => event.target.select()}
        />
        <CopyButton look="primary" onCopy={copy}>
          {t('share.copy')}
        </CopyButton>
        {'share' in navigator && (
          <Button look="outline" className="min-h-9" onClick={send}>
            {t('share.send')}
          </Button>
        )}
      </div>
      <p className="text-xs text-ink-2">{note}</p>
      {link.length > LONG_LINK && <p className="text-ink-2">{t('share.long', { n: link.length })}</p>}
    </div>
  );
}
