import { useText } from '../i18n/use-text';
import type { Panel } from '../model/view';

interface Props {
  panels: readonly Panel[];
  current: Panel;
  onSwitch: (panel: Panel) => void;
}

export function PanelSwitch({ panels, current, onSwitch }: Props) {
  const { t } = useText();
  return (
    <div role="radiogroup" aria-label={t('panels.label')} className="flex min-w-0 flex-wrap self-stretch md:ms-auto">
      {panels.map(panel => (
        <label
          key={panel}
          data-panel={panel}
          className="relative flex min-h-9 items-center md:min-h-7 justify-center px-1.5 text-ink-2 min-[24rem]:px-2 lg:px-3 hover:text-ink has-checked:font-semibold has-checked:text-ink has-focus-visible:rounded-sm has-focus-visible:outline-2 has-focus-visible:-outline-offset-4 has-focus-visible:outline-ink pointer-coarse:min-h-11 pointer-coarse:min-w-11"
        >
          <input
            type="radio"
            name="panel"
            value={panel}
            checked={panel === current}
            className="peer absolute inset-0 cursor-pointer appearance-none focus-visible:shadow-none focus-visible:outline-none"
            onChange={() => onSwitch(panel)}
          />
          <span className="grid">
            <span className="col-start-1 row-start-1">{t(`panel.${panel}`)}</span>
            <span aria-hidden="true" className="invisible col-start-1 row-start-1 font-semibold">
              {t(`panel.${panel}`)}
            </span>
          </span>
          <span
            aria-hidden="true"
            className="absolute inset-x-1.5 -bottom-px h-0.5 bg-accent opacity-0 peer-checked:opacity-100"
          />
        </label>
      ))}
    </div>
  );
}
