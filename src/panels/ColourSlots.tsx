import { useText } from '../i18n/use-text';
import { type Colouring, MOST_COLOURS } from '../model/colour';
import { useNavigation } from '../navigation/navigation';
import { ColourDot } from '../ui/ColourDot';
import { offeredValues, withValueAt } from './colour-slots';
import { useOpenDataset } from './open-dataset';

export function ColourSlots({ colouring }: { colouring: Colouring }) {
  const { go } = useNavigation();
  const { counts } = useOpenDataset();
  const { t, words, exact } = useText();
  const { facet, values } = colouring;
  const offered = offeredValues(colouring, counts);
  const chosen = values.map(({ id }) => id);
  const slots = Array.from({ length: Math.min(MOST_COLOURS, values.length + 1) }, (_, slot) => slot);
  return (
    <div className="text-ink">
      <ul className="grid gap-1">
        {slots.map(slot => (
          <li key={slot}>
            <label className="flex items-center gap-2">
              <ColourDot colours={[slot]} />
              <span className="shrink-0">{t('colour.slot', { n: slot + 1 })}</span>
              <select
                value={chosen[slot] ?? ''}
                className="h-7 min-w-0 max-w-none grow rounded-sm bg-paper hover:bg-faint pointer-coarse:h-11"
                onChange={({ target: { value } }) => {
                  const next = withValueAt(chosen, slot, value);
                  go({ colour: { facet: facet.id, values: next.length > 0 ? next : null } });
                }}
              >
                <option value="">{t('colour.noValue')}</option>
                {offered.map(({ value, depth, count }) => (
                  <option key={value.id} value={value.id}>
                    {`${'\u2003'.repeat(depth)}${words(value.label)} (${exact(count)})`}
                  </option>
                ))}
              </select>
            </label>
          </li>
        ))}
      </ul>
      <p className="mt-2 text-xs text-ink-2">{t('colour.note')}</p>
    </div>
  );
}
