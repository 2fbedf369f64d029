import { constraintLabel } from '../i18n/headline';
import { useText } from '../i18n/use-text';
import type { RemovalPreview } from '../model/answer';
import { removal } from '../model/constraints';
import type { DatasetHead } from '../model/dataset';
import type { View } from '../model/view';
import { useNavigation } from '../navigation/navigation';
import { Button } from '../ui/Button';

interface Props {
  removals: readonly RemovalPreview[];
  head: DatasetHead;
  view: View;
  onClear: () => void;
}

/** Replaces the results if no activity matches. Says for each filter how many activities match without this filter. */
export function Empty({ removals, head, view, onClear }: Props) {
  const { go } = useNavigation();
  const tools = useText();
  const { t } = tools;
  const ways = [...removals].sort((a, b) => b.total - a.total);
  return (
    <div className="max-w-prose pt-8 pb-6">
      <p className="font-serif text-xl">{t(ways.length > 0 ? 'empty.filtered' : 'empty.record')}</p>
      <ul className="mt-3">
        {ways.map(({ constraint, total }) => {
          const { name, value } = constraintLabel(tools, head, view, constraint);
          return (
            <li key={`${name} ${value}`} className="border-b border-faint">
              <Button look="link" className="w-full py-1" onClick={() => go(removal(view, constraint))}>
                <span className="grow">{t('empty.without', { name, value })}</span>
                <span className="text-ink-2">{t('activities', { n: total })}</span>
              </Button>
            </li>
          );
        })}
      </ul>
      {ways.length > 1 && (
        <Button look="outline" className="mt-5" onClick={onClear}>
          {t('chip.clearAll')}
        </Button>
      )}
    </div>
  );
}
