import { useText } from '../i18n/use-text';
import { useOpenDataset } from '../panels/open-dataset';
import { ProblemList } from './ProblemList';

/** A file whose every activity was left out: that this is so, why, and what to do. */
export function AllLeftOut() {
  const open = useOpenDataset();
  const { t } = useText();
  return (
    <div className="max-w-prose pt-8 pb-6 hyphenate wrap-anywhere">
      <p role="alert" className="font-serif text-xl">
        {t('empty.leftOut')}
      </p>
      <ProblemList problems={open.problems} more={open.moreProblems} />
    </div>
  );
}
