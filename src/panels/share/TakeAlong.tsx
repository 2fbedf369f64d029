import { useRef } from 'react';
import { useText } from '../../i18n/use-text';
import { Button } from '../../ui/Button';
import { CopyButton } from './CopyButton';

/** A button that gives the activities in one form. `run` returns whether it succeeded. */
interface TakeAlongButton {
  id: string;
  name: string;
  /** A button that copies confirms it in place. */
  isCopy: boolean;
  isOff: boolean;
  run: () => Promise<boolean>;
}

export interface TakeAlongRow {
  id: string;
  label: string;
  /** What the form holds, or what it does not. */
  detail: string;
  buttons: readonly TakeAlongButton[];
}

/** Shows the forms in which the activities can be taken along, a row for each kind of form. */
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

/** Shows a text that the browser did not let the page copy, selected, so that the reader can copy it. */
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
