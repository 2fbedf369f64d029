import { useRef } from 'react';
import { useText } from '../../i18n/use-text';
import { Button } from '../../ui/Button';
import { CopyButton } from './CopyButton';

/** A button that copies or saves the activities in one format. `run` returns whether it succeeded. */
interface TakeAlongButton {
  id: string;
  name: string;
  /** Such a button shows “Copied” in place of its name after success. */
  isCopy: boolean;
  isOff: boolean;
  run: () => Promise<boolean>;
}

export interface TakeAlongRow {
  id: string;
  label: string;
  /** Describes what the format contains or leaves out. */
  detail: string;
  buttons: readonly TakeAlongButton[];
}

/** Shows the formats in which readers can copy or save the activities, one row for each kind of format. */
export function TakeAlong({ rows }: { rows: readonly TakeAlongRow[] }) {
  return (
    <ul className="border-t border-rule">
      {rows.map(({ id, label, detail, buttons }) => (
        <li key={id} className="flex min-h-12 flex-wrap items-center gap-x-4 border-b border-rule py-1">
          <p className="grow basis-40">
            {label} <span className="text-ink-2">{detail}</span>
          </p>
          <div className="ms-auto flex flex-wrap justify-end gap-x-4">
            {buttons.map(({ id: button, name, isCopy, isOff, run }) =>
              isCopy ? (
                <CopyButton key={button} look="link" disabled={isOff} onCopy={run}>
                  {name}
                </CopyButton>
              ) : (
                <Button key={button} look="link" disabled={isOff} className="aria-disabled:text-ink-2" onClick={run}>
                  {name}
                </Button>
              ),
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}

/** Shows and selects a text that the browser refused to copy, so that the reader can copy it by hand. */
export function CopyByHand({ text }: { text: string }) {
  const { t } = useText();
  const hasSelected = useRef(false);
  return (
    <textarea
      ref={field => {
        if (!field || hasSelected.current) return;
        hasSelected.current = true;
        field.select();
      }}
      readOnly
      dir="auto"
      rows={4}
      value={text}
      aria-label={t('take.textByHand')}
      className="mt-2 w-full rounded-sm border border-edge bg-raised px-3 py-2"
    />
  );
}
