import { type ReactNode, useRef } from 'react';
import { useText } from '../../../i18n/use-text';
import { Button, IconButton } from '../../../ui/Button';
import { useRoving } from '../../../ui/use-roving';

export type DownAct = 'earlier' | 'later' | 'zoomOut' | 'zoomIn' | 'fitAll';

interface Props {
  /** The year at the top of the screen. */
  heading: string;
  can: Readonly<Record<DownAct, boolean>>;
  onAct: (act: DownAct) => void;
  children: ReactNode;
}

const STEPS = ['earlier', 'later', 'zoomOut', 'zoomIn'] as const;
const ICONS = { earlier: 'up', later: 'down', zoomOut: 'zoomOut', zoomIn: 'zoomIn' } as const;

/** The toolbar of the phone's timeline. Its second line sticks below the page's header during scrolling. */
export function DownToolbar({ heading, can, onAct, children }: Props) {
  const { t } = useText();
  const roving = useRoving(useRef<HTMLDivElement>(null));
  return (
    // `contents` removes the toolbar's box, because an element sticks only within its box. So the second line sticks
    // while the timeline is visible.
    <div role="toolbar" {...roving} aria-label={t('timeline.toolbar')} className="contents">
      <div className="no-print">{children}</div>
      <div className="no-print sticky top-14 z-20 -mx-5 flex items-center border-b border-ink bg-paper ps-5 pe-2">
        <span aria-hidden="true" className="grow font-serif text-xl font-semibold">
          {heading}
        </span>
        {STEPS.map(act => (
          <IconButton
            key={act}
            icon={ICONS[act]}
            label={t(`timeline.${act}`)}
            disabled={!can[act]}
            className="min-h-11 min-w-11"
            onClick={() => onAct(act)}
          />
        ))}
        <Button disabled={!can.fitAll} className="min-h-11" onClick={() => onAct('fitAll')}>
          {t('timeline.fitAll')}
        </Button>
      </div>
    </div>
  );
}
