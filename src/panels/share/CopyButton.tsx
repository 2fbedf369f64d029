import { type ReactNode, useEffect, useState } from 'react';
import { useText } from '../../i18n/use-text';
import { Button } from '../../ui/Button';

const CONFIRMED_MS = 2000;

interface Props {
  look: 'primary' | 'outline' | 'link';
  /** Returns whether copying succeeded. */
  onCopy: () => Promise<boolean>;
  disabled?: boolean;
  children: ReactNode;
}

/** A button that says “Copied” for two seconds after success, without changing its width. */
export function CopyButton({ look, onCopy, disabled = false, children }: Props) {
  const { t } = useText();
  const [confirmed, setConfirmed] = useState(0);
  useEffect(() => {
    if (confirmed === 0) return;
    const timer = setTimeout(() => setConfirmed(0), CONFIRMED_MS);
    return () => clearTimeout(timer);
  }, [confirmed]);
  const isConfirmed = confirmed > 0;
  return (
    <Button
      look={look}
      disabled={disabled}
      onClick={async () => {
        if (await onCopy()) setConfirmed(confirmed + 1);
      }}
    >
      <span className="grid justify-items-center *:col-start-1 *:row-start-1">
        <span aria-hidden={isConfirmed} className={isConfirmed ? 'invisible' : ''}>
          {children}
        </span>
        <span aria-hidden={!isConfirmed} className={isConfirmed ? '' : 'invisible'}>
          {t('share.done')}
        </span>
      </span>
    </Button>
  );
}
