import { useText } from '../../i18n/use-text';
import { ShadeLegend } from '../../ui/ShadeLegend';
import type { Steps } from '../../ui/shade-scale';
import { LAND, SHADES } from './map-shades';

/** Explains the shades of the map, and notes that the outline takes no position on borders. */
export function MapLegend({ steps, hasChosen }: { steps: Steps; hasChosen: boolean }) {
  const { t, exact } = useText();
  const square = (shade = '') => `forced-mark size-2.5 bg-current ${shade}`;
  return (
    <div className="mt-3 text-xs text-ink-2">
      <ShadeLegend
        label={t('map.legend')}
        caption={t('list.label')}
        steps={steps}
        lookOf={step => square(SHADES[step])}
        before={[{ look: square(`${LAND} ring-1 ring-rule ring-inset`), label: exact(0) }]}
        after={hasChosen ? [{ look: square('text-accent'), label: t('map.chosen') }] : []}
      />
      <p className="mt-2 max-w-prose">{t('map.note')}</p>
    </div>
  );
}
