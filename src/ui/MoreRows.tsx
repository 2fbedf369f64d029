import { useText } from '../i18n/use-text';
import { Button } from './Button';
import { NearEnd } from './NearEnd';

interface Props {
  shown: number;
  total: number;
  onMore: () => void;
}

/** The end of a partial list. Calls `onMore` when the button is pressed or the end comes near the screen. */
export function MoreRows({ shown, total, onMore }: Props) {
  const { t } = useText();
  if (shown >= total) return null;
  return (
    <>
      <NearEnd key={shown} onNear={onMore} />
      <p className="py-4">
        <Button look="outline" onClick={onMore}>
          {t('list.more', { n: total - shown })}
        </Button>
      </p>
    </>
  );
}
