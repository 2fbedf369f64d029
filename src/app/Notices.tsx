import { useState } from 'react';
import { useText } from '../i18n/use-text';
import { lateCode } from '../lib/late-code';
import type { OpenDataset } from '../model/answer';
import { IconButton } from '../ui/Button';
import { Coming } from '../ui/Coming';

const problemsCode = lateCode(() => import('./DatasetProblems'));

interface Props {
  /** What of the link could not be followed, in words. */
  sentences: readonly string[];
  open: OpenDataset;
}

/** What the reader should know about the link or the dataset before trusting what is shown. */
export function Notices({ sentences, open }: Props) {
  const { t } = useText();
  const [isHidden, setHidden] = useState(false);
  const losses = open.problems.filter(problem => problem.loss !== 'note');
  if ((sentences.length === 0 && losses.length === 0) || isHidden) return null;
  return (
    <div role="alert" className="no-print mb-3 flex items-start gap-3 border-s-2 border-ink bg-raised py-2 ps-4 pe-2">
      <div className="grow">
        {sentences.map(sentence => (
          <p key={sentence}>{sentence}</p>
        ))}
        {losses.length > 0 && (
          <Coming code={problemsCode}>{({ DatasetProblems }) => <DatasetProblems open={open} />}</Coming>
        )}
      </div>
      <IconButton icon="close" label={t('notice.hide')} onClick={() => setHidden(true)} />
    </div>
  );
}
