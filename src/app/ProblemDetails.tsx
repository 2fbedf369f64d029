import { useText } from '../i18n/use-text';
import { countedByLoss } from '../model/problem';
import { ProblemList, type Problems } from './ProblemList';

/** Says how many problems and notes there are, and lists them on demand. Shows nothing if there are none. */
export function ProblemDetails({ problems, unlisted }: Problems) {
  const { t } = useText();
  const { record, field, note } = countedByLoss(problems, unlisted);
  if (record + field + note === 0) return null;
  return (
    <details>
      <summary>
        {record + field > 0 && t('notice.problems', { n: record + field, records: record })}
        {record + field > 0 && note > 0 && ' '}
        {note > 0 && t('notice.notes', { n: note })}
      </summary>
      <ProblemList problems={problems} unlisted={unlisted} />
    </details>
  );
}
