import { useText } from '../../i18n/use-text';
import { IconButton } from '../../ui/Button';
import { useRowDensity } from './use-row-density';

export function DensityButton() {
  const { t } = useText();
  const { isCompact, setCompact } = useRowDensity();
  return (
    <IconButton
      icon="rows"
      label={t('list.compact')}
      aria-pressed={isCompact}
      className="text-ink-2 hover:text-ink aria-pressed:bg-accent-ground aria-pressed:text-accent"
      onClick={() => setCompact(!isCompact)}
    />
  );
}
