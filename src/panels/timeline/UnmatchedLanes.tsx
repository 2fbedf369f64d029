import { listText, someOf } from '../../i18n/list-text';
import { useText } from '../../i18n/use-text';
import type { FedLane } from '../../layout/feed';
import { Button } from '../../ui/Button';

interface Props {
  lanes: readonly FedLane[];
  /** The number of activities in the selection. All of them are in other lanes. */
  total: number;
  areShown: boolean;
  onTurn: () => void;
}

/** Names the lanes without matching activities in one line, with a button that shows or hides these lanes. */
export function UnmatchedLanes({ lanes, total, areShown, onTurn }: Props) {
  const tools = useText();
  const { t, language } = tools;
  const names = listText(
    language,
    someOf(tools, lanes, ({ label }) => label),
    'unit',
  );
  return (
    <p className="no-print flex items-baseline justify-between gap-4 pt-1 text-xs text-ink-2">
      <span className="ps-5 max-md:ps-0">{t('timeline.unmatched', { n: total, names })}</span>
      <Button look="link" className="shrink-0" aria-expanded={areShown} onClick={onTurn}>
        {t(areShown ? 'timeline.hideLanes' : 'timeline.showLanes')}
      </Button>
    </p>
  );
}
