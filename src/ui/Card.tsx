import { type ReactNode, useId } from 'react';
import { useText } from '../i18n/use-text';
import { IconButton } from './Button';
import { Sheet } from './Sheet';

export function Card({ title, onClose, children }: { title: string; onClose: () => void; children: ReactNode }) {
  const { t } = useText();
  const titleId = useId();
  return (
    <Sheet labelledBy={titleId} from="centre" onClose={onClose}>
      <div className="flex flex-col gap-4 p-6">
        <div className="flex items-center justify-between gap-4">
          <h2 id={titleId} tabIndex={-1} className="font-serif text-xl font-semibold">
            {title}
          </h2>
          <IconButton icon="close" label={t('close')} onClick={onClose} />
        </div>
        {children}
      </div>
    </Sheet>
  );
}
