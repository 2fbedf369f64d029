import { useId, useState } from 'react';
import { useText } from '../../i18n/use-text';
import { CopyButton } from '../../panels/share/CopyButton';
import { copyText } from '../../panels/share/clipboard';
import { embedCode } from './embed-code';

interface Props {
  title: string;
  address: string;
  /** The absolute address of `embed.js`. */
  script: string;
  /** Shows a sentence about the result of an action, and announces the sentence to screen readers. */
  onSay: (sentence: string) => void;
}

/** Shows the HTML code that embeds the view in another page, and a preview of the embedded view. */
export function EmbedCode({ title, address, script, onSay }: Props) {
  const { t } = useText();
  const noteId = useId();
  const [isOpen, setOpen] = useState(false);
  const code = embedCode({ title, address, script });
  const copy = async () => {
    const isCopied = await copyText(code);
    onSay(t(isCopied ? 'share.codeCopied' : 'share.copyYourself'));
    return isCopied;
  };
  return (
    <details onToggle={event => setOpen(event.currentTarget.open)}>
      <summary className="cursor-pointer border-b border-rule pb-1 font-semibold">{t('share.embed')}</summary>
      {isOpen && (
        <div className="flex flex-col gap-2 pt-2">
          <textarea
            readOnly
            rows={4}
            dir="ltr"
            value={code}
            aria-label={t('share.code')}
            aria-describedby={noteId}
            className="w-full resize-y rounded-sm border border-edge bg-raised px-3 py-2 font-mono text-xs"
            onFocus={event => event.target.select()}
          />
          <div className="flex flex-wrap items-center gap-3">
            <CopyButton look="outline" onCopy={copy}>
              {t('share.copyCode')}
            </CopyButton>
            <p id={noteId} className="min-w-0 flex-1 basis-48 text-xs text-ink-2">
              {t('share.embedNote')}
            </p>
          </div>
          <iframe
            src={address}
            title={t('share.preview')}
            loading="lazy"
            className="h-72 w-full rounded-sm border border-rule"
          />
        </div>
      )}
    </details>
  );
}
