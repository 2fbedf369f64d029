import { useText } from '../../i18n/use-text';
import { Button } from '../../ui/Button';
import { Icon } from '../../ui/icons';

/** The header of the second of three steps to open a table. Names all steps and has a cancel button. */
export function OwnHeader({ titleId, onCancel }: { titleId: string; onCancel: () => void }) {
  const { t } = useText();
  return (
    <header className="flex min-h-14 flex-wrap bg-paper wide:sticky wide:top-0 wide:z-10 items-center gap-x-8 gap-y-1 border-b border-rule px-5 py-2 md:px-6">
      <p id={titleId} className="font-serif text-base font-semibold">
        {t('own.title')}
      </p>
      <ol className="flex gap-x-6 max-md:order-last max-md:w-full">
        <li className="flex items-center gap-2 text-ink-2">
          <Icon name="check" />
          {t('own.step.file')}
        </li>
        <li aria-current="step" className="font-semibold">
          {t('own.step.columns')}
        </li>
        <li className="text-ink-2">{t('own.step.look')}</li>
      </ol>
      <p className="ms-auto text-ink-2 max-md:hidden">{t('own.stays')}</p>
      <Button look="link" className="max-md:ms-auto" onClick={onCancel}>
        {t('own.cancel')}
      </Button>
    </header>
  );
}
