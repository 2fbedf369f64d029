import { useText } from '../i18n/use-text';
import { useOpenDataset } from '../panels/open-dataset';
import { ProblemList } from './ProblemList';

/** Replaces the results if every activity of the file was left out. */
export function AllLeftOut() {
  const open = useOpenDataset();
  const { t } = useText();
  return (
    <div className="max-w-prose pt-8 pb-6 hyphenate wrap-anywhere">
      <p role="alert" className="font-serif text-xl">
        {t('empty.leftOut')}
      </p>
      <ProblemList problems={open.problems} unlisted={open.unlisted} />
    </div>
  );
}
