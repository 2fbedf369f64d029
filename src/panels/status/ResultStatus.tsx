import { filtersInWords, windowInWords } from '../../i18n/headline';
import { useText } from '../../i18n/use-text';
import type { View } from '../../model/view';
import type { CountsReply } from '../../model/wants';
import { useLong } from '../../ui/use-long';
import { useSettled } from '../../ui/use-settled';
import { useOpenDataset } from '../open-dataset';

interface Props {
  counts: CountsReply;
  /** The view that these are of, so that number and filters agree while another answer is on its way. */
  view: View;
  /** Another answer is on its way. */
  isWaiting: boolean;
}

/** From then on somebody who waits wonders. */
const LONG_MS = 1000;

/** The one place that says how much is shown: at once on the screen, and aloud when changes have settled. */
export function ResultStatus({ counts, view, isWaiting }: Props) {
  const open = useOpenDataset();
  const tools = useText();
  const { t } = tools;
  const isLate = useLong(isWaiting, LONG_MS);
  const count = isLate ? t('status.waiting') : t('status.count', { total: counts.total, of: open.total });
  const isInexact = !isLate && counts.inexact > 0 && counts.inexact < counts.total;
  const filters = [filtersInWords(tools, open.head, view), windowInWords(tools, view)].filter(Boolean).join('; ');
  const announced = useSettled(filters && !isLate ? `${count}. ${t('status.filters', { filters })}` : count);
  return (
    <>
      <p role="status" className="sr-only">
        {announced}
      </p>
      <p
        aria-hidden="true"
        className={`ms-auto self-end whitespace-nowrap text-ink-2 ${isLate ? 'max-md:self-center max-md:pe-5' : 'max-md:hidden'}`}
      >
        {count}
        {isInexact && <span className="max-wide:hidden">; {t('status.inexact', { n: counts.inexact })}</span>}
      </p>
    </>
  );
}
