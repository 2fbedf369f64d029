import { useText } from '../../i18n/use-text';
import { useShortcutsOn } from '../../ui/use-shortcut';

const ANYWHERE = [
  { keys: ['/'], does: 'search' },
  { keys: ['['], does: 'earlier' },
  { keys: [']'], does: 'later' },
  { keys: ['f'], does: 'fit' },
  { keys: ['?'], does: 'sheet' },
] as const;

const ON_MARKS = [
  { keys: ['←', '→'], does: 'alongLane' },
  { keys: ['↑', '↓'], does: 'acrossLanes' },
  { keys: ['Home', 'End'], does: 'ends' },
  { keys: ['+', '−'], does: 'zoom' },
] as const;

const ON_VALUES = [
  { keys: ['↑', '↓'], does: 'acrossValues' },
  { keys: ['→', '←'], does: 'alongValue' },
  { keys: ['Home', 'End'], does: 'valueEnds' },
] as const;

/** Lists the keyboard shortcuts, with a switch that turns the single-key shortcuts off. */
export function KeyLists() {
  const { t } = useText();
  const [isOn, setOn] = useShortcutsOn();
  return (
    <>
      <KeyList name={t('keys.anywhere')} entries={ANYWHERE} />
      <KeyList name={t('keys.onMarks')} entries={ON_MARKS} />
      <KeyList name={t('keys.onValues')} entries={ON_VALUES} />
      <label className="flex min-h-7 items-center gap-2">
        <input
          type="checkbox"
          className="accent-accent"
          checked={isOn}
          onChange={event => setOn(event.target.checked)}
        />
        {t('keys.switch')}
      </label>
    </>
  );
}

interface KeyListProps {
  name: string;
  entries: readonly { keys: readonly string[]; does: string }[];
}

function KeyList({ name, entries }: KeyListProps) {
  const { t } = useText();
  return (
    <section aria-label={name}>
      <h3 className="text-ink-2">{name}</h3>
      <dl>
        {entries.map(({ keys, does }) => (
          <div key={does} className="grid grid-cols-[6.5rem_1fr] items-baseline border-t border-faint py-1">
            <dt className="flex gap-1">
              {keys.map(key => (
                <kbd key={key} className="rounded-sm border border-rule px-1.5 font-sans text-xs leading-5">
                  {key}
                </kbd>
              ))}
            </dt>
            <dd>{t(`keys.${does}`)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
