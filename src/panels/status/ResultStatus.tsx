import { filtersInWords, windowInWords } from '../../i18n/headline';
import { useText } from '../../i18n/use-text';
import type { View } from '../../model/view';
import type { CountsReply } from '../../model/wants';
import { useLong } from '../../ui/use-long';
import { useSettled } from '../../ui/use-settled';
import { useOpenDataset } from '../open-dataset';

interface Props {
  counts: CountsReply;
  /** The view that `counts` answer. It may be the previous view while the next reply loads. */
  view: View;
  /** Whether the next reply is loading. */
  isWaiting: boolean;
  /** If true, the number is only announced to screen readers. The message for a long wait is still shown. */
  isHidden?: boolean;
}

/** If a reply takes longer than this, the page says that it is waiting. */
const LONG_MS = 1000;

/** Shows the number of results at once. Screen readers announce it when changes pause. */
export function ResultStatus({ counts, view, isWaiting, isHidden = false }: Props) {
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
        className={`ms-auto self-end whitespace-nowrap text-ink-2 ${isLate ? 'max-md:self-center max-md:pe-5' : isHidden ? 'hidden' : 'max-md:hidden'}`}
      >
        {count}
        {isInexact && <span className="max-wide:hidden">; {t('status.inexact', { n: counts.inexact })}</span>}
      </p>
    </>
  );
}
