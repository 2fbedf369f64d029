import { useId, useRef, useState } from 'react';
import { useText } from '../../i18n/use-text';
import { columnIds, shownColumns, withColumn } from '../../model/columns';
import type { DatasetHead } from '../../model/dataset';
import { type OnChange, sortedUnique, type View } from '../../model/view';
import { Button } from '../../ui/Button';
import { Icon } from '../../ui/icons';
import { columnLabel } from './TableHead';

interface Props {
  head: DatasetHead;
  chosen: View['columns'];
  /** How many columns beside date and title are shown when none are chosen. */
  room: number;
  onChange: OnChange;
}

/** Which columns are shown; what is shown anyway leaves the link. */
export function ColumnMenu({ head, chosen, room, onChange }: Props) {
  const tools = useText();
  const { t } = tools;
  const [isOpen, setOpen] = useState(false);
  const menuId = useId();
  const button = useRef<HTMLButtonElement>(null);
  const shown = shownColumns(head, chosen, room);
  const usual = sortedUnique(shownColumns(head, null, room)).join();
  const choose = (column: string, isShown: boolean) => {
    const next = withColumn(shown, column, isShown);
    onChange({ columns: next.join() === usual ? null : next });
  };
  return (
    <fieldset
      className="relative ms-auto"
      onBlur={event => {
        if (!event.currentTarget.contains(event.relatedTarget)) setOpen(false);
      }}
      onKeyDown={event => {
        if (event.key !== 'Escape' || !isOpen) return;
        setOpen(false);
        button.current?.focus();
      }}
    >
      <legend className="sr-only">{t('table.columnsShown')}</legend>
      <Button
        ref={button}
        aria-expanded={isOpen}
        aria-controls={isOpen ? menuId : undefined}
        className="-me-2"
        onClick={() => setOpen(!isOpen)}
      >
        {t('table.columns')}
        <Icon name="down" />
      </Button>
      {isOpen && (
        <div
          id={menuId}
          // Takes the focus of a click beside the boxes, so that it does not count as leaving.
          tabIndex={-1}
          className="absolute end-0 top-full z-20 mt-1 w-60 rounded-sm border border-edge bg-paper px-3 py-2"
        >
          {columnIds(head).map(id => (
            <label key={id} className="flex min-h-7 items-center gap-2.5 pointer-coarse:min-h-11">
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
            <Button look="link" className="mt-1" onClick={() => onChange({ columns: null })}>
              {t('table.usualColumns')}
            </Button>
          )}
        </div>
      )}
    </fieldset>
  );
}
