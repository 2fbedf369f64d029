import { useDates } from '../i18n/use-dates';
import type { DatasetHead } from '../model/dataset';
import { Button } from '../ui/Button';
import { Words } from '../ui/Words';

/** Names the dataset's publisher, licence and date, and opens the list of keyboard shortcuts. */
export function Footer({ head, onKeys }: { head: DatasetHead; onKeys: () => void }) {
  const { t, spoken, date } = useDates();
  const { publisher, license, updated } = head;
  return (
    <footer className="flex flex-wrap items-center gap-x-4 gap-y-1 border-t border-rule px-5 py-3 text-xs text-ink-2 md:px-6">
      {publisher !== undefined && (
        <span>
          <Words of={spoken(publisher)} />
        </span>
      )}
      {license !== undefined && <span>{license}</span>}
      {updated !== undefined && <span>{t('footer.updated', { date: date(updated) })}</span>}
      <Button look="link" className="no-print ms-auto" onClick={onKeys}>
        {t('keys.title')}
      </Button>
    </footer>
  );
}
