import { filtersInWords, windowInWords } from '../../i18n/headline';
import { useText } from '../../i18n/use-text';
import type { Answer } from '../../model/answer';
import type { DatasetHead } from '../../model/dataset';
import type { View } from '../../model/view';
import { useLong } from '../../ui/use-long';
import { useSettled } from '../../ui/use-settled';

interface Props {
  answer: Answer;
  recordTotal: number;
  head: DatasetHead;
  view: View;
  /** Another answer is on its way. */
  isWaiting: boolean;
}

/** The one place that says how much is shown: at once on the screen, and aloud when changes have settled. */
export function ResultStatus({ answer, recordTotal, head, view, isWaiting }: Props) {
  const tools = useText();
  const { t } = tools;
  const count = t('status.count', { total: answer.total, of: recordTotal });
  const inexact = answer.inexact > 0 && answer.inexact < answer.total ? t('status.inexact', { n: answer.inexact }) : '';
  const filters = [filtersInWords(tools, head, view), windowInWords(tools, view)].filter(Boolean).join('; ');
  const aloud = filters ? `${count}. ${t('status.filters', { filters })}` : count;
  const isLate = useLong(isWaiting);
  const announced = useSettled(isLate ? t('status.waiting') : aloud);
  return (
    <>
      <p role="status" className="sr-only">
        {announced}
      </p>
      <p
        aria-hidden="true"
        className={`ms-auto self-end whitespace-nowrap text-ink-2 ${isLate ? '' : 'max-md:hidden'}`}
      >
        {isLate ? t('status.waiting') : count}
        {inexact && !isLate && <span className="max-wide:hidden">; {inexact}</span>}
      </p>
    </>
  );
}
