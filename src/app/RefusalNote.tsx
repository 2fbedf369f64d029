import { useState } from 'react';
import { useText } from '../i18n/use-text';
import { IconButton } from '../ui/Button';
import type { Refusal } from '../url/refusal';

/** Says why a change was refused, until the reader hides the note or changes the view. */
export function RefusalNote({ refusal, className }: { refusal: Refusal; className: string }) {
  const { t } = useText();
  const [hidden, setHidden] = useState<Refusal | null>(null);
  if (hidden === refusal) return null;
  return (
    <div
      role="alert"
      className={`no-print flex items-start gap-3 border-s-2 border-ink bg-raised py-2 ps-4 pe-2 ${className}`}
    >
      <p className="grow">{t('link.refused', { length: refusal.length, max: refusal.max })}</p>
      <IconButton icon="close" label={t('notice.hide')} onClick={() => setHidden(refusal)} />
    </div>
  );
}
