import { type ReactNode, useId } from 'react';
import { useText } from '../i18n/use-text';
import type { Density } from '../model/answer';
import type { TimeAxis } from '../model/time-axis';
import type { View } from '../model/view';
import { Periods } from '../panels/density/Periods';
import { WindowFields } from '../panels/window/WindowFields';
import { Button, IconButton } from '../ui/Button';
import { Sheet } from '../ui/Sheet';
import type { Clearing } from './use-clearing';

interface Props {
  total: number;
  view: View;
  /** Null if no activity has a date. */
  axis: TimeAxis | null;
  density: Density;
  clearing: Clearing;
  onClose: () => void;
  /** The note about a refused change, which stays visible while the sheet scrolls. */
  notice: ReactNode;
  children: ReactNode;
}

/** The sheet of filters on a phone. Its large button says how many activities match, and closes the sheet. */
export function FilterSheet({ total, view, axis, density, clearing, onClose, notice, children }: Props) {
  const { t } = useText();
  const titleId = useId();
  return (
    <Sheet labelledBy={titleId} from="bottom" onClose={onClose}>
      <div className="flex h-full flex-col">
        <div className="flex items-center gap-2 border-b border-rule py-2 ps-6 pe-2">
          <h2 id={titleId} tabIndex={-1} className="grow font-serif text-xl font-semibold">
            {t('filters')}
          </h2>
          <Button look="link" className="px-3 text-base" onClick={clearing.undo ?? clearing.clear}>
            {clearing.undo ? t('chip.undoClear') : t('filters.clear')}
          </Button>
          <IconButton icon="close" label={t('close')} onClick={onClose} />
        </div>
        <div className="grow overflow-y-auto ps-6 pe-5 py-2 text-base">
          {children}
          <div className="mt-5 border-t border-rule pt-3">
            <div className="flex flex-wrap items-center gap-3">
              <h3 className="font-semibold">{t('window.period')}</h3>
              <WindowFields window={view} bounds={axis?.bounds ?? null} />
            </div>
            {axis && <Periods layout="inline" selection={density} window={view} axis={axis} />}
          </div>
        </div>
        {notice}
        <div className="border-t border-rule p-5">
          <Button look="primary" className="w-full justify-center py-3 text-base" onClick={onClose}>
            {t('filters.show', { n: total })}
          </Button>
        </div>
      </div>
    </Sheet>
  );
}
