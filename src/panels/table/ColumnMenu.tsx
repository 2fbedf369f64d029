import { useText } from '../../i18n/use-text';
import { columnIds, shownColumns, withColumn } from '../../model/columns';
import type { DatasetHead } from '../../model/dataset';
import { sortedUnique, type View } from '../../model/view';
import { useNavigation } from '../../navigation/navigation';
import { Button } from '../../ui/Button';
import { Disclosure } from '../../ui/Disclosure';
import { columnLabel } from './TableHead';

interface Props {
  head: DatasetHead;
  chosen: View['columns'];
  /** The number of columns shown by default, not counting date and title. */
  room: number;
}

/** The menu that chooses the columns. Choosing the default columns removes them from the link. */
export function ColumnMenu({ head, chosen, room }: Props) {
  const { go } = useNavigation();
  const tools = useText();
  const { t } = tools;
  const shown = shownColumns(head, chosen, room);
  const usual = sortedUnique(shownColumns(head, null, room)).join();
  const choose = (column: string, isShown: boolean) => {
    const next = withColumn(shown, column, isShown);
    go({ columns: next.join() === usual ? null : next });
  };
  return (
    <fieldset className="ms-auto">
      <legend className="sr-only">{t('table.columnsShown')}</legend>
      <Disclosure label={t('table.columns')} layout="over" width="w-60">
        {() => (
          <>
            {columnIds(head).map(id => (
              <label key={id} className="flex min-h-7 items-center gap-2.5 px-1 pointer-coarse:min-h-11">
                <input
                  type="checkbox"
                  checked={shown.includes(id)}
                  className="size-3.5 accent-accent pointer-coarse:size-[18px]"
                  onChange={event => choose(id, event.target.checked)}
                />
                {columnLabel(tools, head, id)}
              </label>
            ))}
            {chosen !== null && (
              <Button
                look="link"
                className="mt-1 px-1"
                onClick={({ currentTarget }) => {
                  // The click removes this button, so the focus moves to the first checkbox of the menu.
                  currentTarget.closest('fieldset')?.querySelector('input')?.focus();
                  go({ columns: null });
                }}
              >
                {t('table.usualColumns')}
              </Button>
            )}
          </>
        )}
      </Disclosure>
    </fieldset>
  );
}
