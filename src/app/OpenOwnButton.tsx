import { useText } from '../i18n/use-text';
import { Button } from '../ui/Button';
import { useOwnOpening } from './own-opening';

/** Renders nothing if the engine can't open tables. */
export function OpenOwnButton() {
  const { t } = useText();
  const openOwn = useOwnOpening();
  return (
    openOwn && (
      <Button look="outline" onClick={openOwn}>
        {t('own.open')}
      </Button>
    )
  );
}
