import { useText } from '../i18n/use-text';
import { Button } from '../ui/Button';
import { useOwnOpening } from './own-opening';

/** Begins to open a record of one's own, where the engine can. */
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
