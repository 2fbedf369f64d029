import { constraintLabel } from '../../i18n/headline';
import { useText } from '../../i18n/use-text';
import { constraintsOfView, removal } from '../../model/constraints';
import type { DatasetHead } from '../../model/dataset';
import { NOTHING_CHOSEN, type OnChange, type View } from '../../model/view';
import { Button } from '../../ui/Button';
import { Icon } from '../../ui/icons';

/** What narrows the record, each with its own way out. */
export function Chips({ head, view, onChange }: { head: DatasetHead; view: View; onChange: OnChange }) {
  const tools = useText();
  const constraints = constraintsOfView(view);
  if (constraints.length === 0) return null;
  return (
    <ul className="flex min-w-0 gap-2 max-md:-me-5 max-md:overflow-x-auto max-md:pe-5 md:flex-wrap">
      {constraints.map(constraint => {
        const { name, value } = constraintLabel(tools, head, view, constraint);
        return (
          <li key={`${name} ${value}`} className="min-w-0 max-md:shrink-0">
            <button
              type="button"
              className="target group flex max-w-full items-center gap-1 rounded-sm bg-accent-ground px-2.5 whitespace-nowrap"
              aria-label={tools.t('chip.remove', { name, value })}
              onClick={() => onChange(removal(view, constraint))}
            >
              <span className="truncate">
                <span className="text-ink-2">{tools.t('chip.name', { name })} </span>
                <bdi className="font-medium">{value}</bdi>
              </span>
              <Icon name="close" className="group-hover:text-accent" />
            </button>
          </li>
        );
      })}
      <li className="shrink-0">
        <Button look="link" className="px-2" onClick={() => onChange(NOTHING_CHOSEN)}>
          {tools.t('chip.clearAll')}
        </Button>
      </li>
    </ul>
  );
}
