import { type ReactNode, type Ref, useLayoutEffect, useRef, useState } from 'react';
import { constraintLabel } from '../../i18n/headline';
import { useText } from '../../i18n/use-text';
import { constraintsOfView, removal } from '../../model/constraints';
import type { DatasetHead } from '../../model/dataset';
import type { View } from '../../model/view';
import { useNavigation } from '../../navigation/navigation';
import { Button } from '../../ui/Button';
import { Icon } from '../../ui/icons';
import { useHandedFocus } from '../../ui/use-handed-focus';
import { useRoving } from '../../ui/use-roving';

interface Props {
  head: DatasetHead;
  view: View;
  /** Null if "Clear all" is shown elsewhere. */
  onClear: (() => void) | null;
  /** Undoes "Clear all". Null before "Clear all" is pressed, and again once something else is chosen. */
  onUndo: (() => void) | null;
  undoRef?: Ref<HTMLButtonElement>;
  /** Further actions on the filters, shown after the "Clear all" button. */
  children?: ReactNode;
}

const CHIPS = 20;

/** Shows a chip for each filter, and an undo button after "Clear all". Pressing a chip removes its filter. */
export function Chips({ head, view, onClear, onUndo, undoRef, children }: Props) {
  const { go } = useNavigation();
  const tools = useText();
  const { t } = tools;
  const row = useRef<HTMLDivElement>(null);
  const roving = useRoving(row);
  const [clearRef, handToClear] = useHandedFocus<HTMLButtonElement>();
  const constraints = constraintsOfView(view);
  const { length } = constraints;
  const hasAny = length > 0 || onUndo !== null;
  const [max, setMax] = useState(CHIPS);
  const hiddenCount = length - max;
  const gone = useRef<number | null>(null);
  // After a chip is removed, the focus moves to the next chip, or to the title if no chip is left.
  useLayoutEffect(() => {
    const index = gone.current;
    gone.current = null;
    if (index === null) return;
    const buttons = [...(row.current?.querySelectorAll('button') ?? [])];
    const title = row.current?.closest('dialog')?.querySelector('h2') ?? document.getElementById('results');
    const next = length > 0 ? buttons[Math.min(index, length - 1, max)] : title;
    next?.focus();
  }, [length, max]);
  return (
    <div {...(hasAny && { role: 'toolbar', 'aria-label': t('chip.toolbar') })} {...roving} className="min-w-0">
      <p aria-live="polite" className="sr-only">
        {onUndo ? t('chip.cleared') : ''}
      </p>
      {onUndo && (
        <Button
          ref={undoRef}
          look="link"
          onClick={() => {
            handToClear();
            onUndo();
          }}
        >
          {t('chip.undoClear')}
        </Button>
      )}
      {constraints.length > 0 && (
        <ul className="flex min-w-0 gap-2 max-md:overflow-x-auto max-md:pe-5 md:flex-wrap">
          {constraints.slice(0, max).map((constraint, index) => {
            const { name, value } = constraintLabel(tools, head, view, constraint);
            return (
              <li key={JSON.stringify(constraint)} className="min-w-0 max-md:shrink-0">
                <button
                  type="button"
                  className="target group flex max-w-full items-center gap-1 rounded-sm bg-accent-ground px-2.5 forced-colors:border whitespace-nowrap"
                  aria-label={t('chip.remove', { name, value })}
                  onClick={() => {
                    gone.current = index;
                    go(removal(view, constraint));
                  }}
                >
                  <span className="truncate">
                    <span className="text-ink-2">{t('chip.name', { name })} </span>
                    <bdi className="font-medium">{value}</bdi>
                  </span>
                  <Icon name="close" className="group-hover:text-accent" />
                </button>
              </li>
            );
          })}
          {hiddenCount > 0 && (
            <li className="shrink-0">
              <Button
                look="link"
                className="px-2"
                onClick={() => {
                  // The focus moves to the first new chip, which replaces this button.
                  gone.current = max;
                  setMax(max + 10 * CHIPS);
                }}
              >
                {t('chip.more', { n: hiddenCount })}
              </Button>
            </li>
          )}
          {onClear && (
            <li className="shrink-0">
              <Button ref={clearRef} look="link" className="px-2" onClick={onClear}>
                {t('chip.clearAll')}
              </Button>
              {children}
            </li>
          )}
        </ul>
      )}
    </div>
  );
}
