import type { Ref } from 'react';
import { useText } from '../i18n/use-text';
import { Button } from '../ui/Button';
import { Icon } from '../ui/icons';

interface Props {
  ref?: Ref<HTMLButtonElement>;
  onShow: () => void;
}

export function FiltersButton({ ref, onShow }: Props) {
  const { t } = useText();
  return (
    <Button ref={ref} look="outline" className="shrink-0" onClick={onShow}>
      <Icon name="filter" />
      {t('filters.open')}
    </Button>
  );
}
