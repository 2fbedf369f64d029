import { useLingui } from '@lingui/react';
import { useState } from 'react';
import { problemText } from '../i18n/problem-text';
import { useText } from '../i18n/use-text';
import type { OpenDataset } from '../model/answer';
import { Button, IconButton } from '../ui/Button';

interface Props {
  /** What of the link could not be followed, in words. */
  sentences: readonly string[];
  open: OpenDataset;
  /** Something of the dataset was left out. */
  hasLosses: boolean;
}

/** What the reader should know about the link or the dataset before trusting what is shown. */
export function Notices({ sentences, open, hasLosses }: Props) {
  const { t } = useText();
  const [isHidden, setHidden] = useState(false);
  if (isHidden) return null;
  return (
    <div role="alert" className="no-print mb-3 flex items-start gap-3 border-s-2 border-ink bg-raised py-2 ps-4 pe-2">
      <div className="grow">
        {sentences.map(sentence => (
          <p key={sentence}>{sentence}</p>
        ))}
        {hasLosses && <DatasetProblems open={open} />}
      </div>
      <IconButton icon="close" label={t('notice.hide')} onClick={() => setHidden(true)} />
    </div>
  );
}

const FIRST_PROBLEMS = 20;

function DatasetProblems({ open: { problems, moreProblems } }: Pick<Props, 'open'>) {
  const { t } = useText();
  const { i18n } = useLingui();
  const [isWhole, setWhole] = useState(false);
  const records = problems.filter(problem => problem.loss === 'record').length;
  const shown = isWhole ? problems : problems.slice(0, FIRST_PROBLEMS);
  return (
    <details>
      <summary>{t('notice.problems', { n: problems.length + moreProblems, records })}</summary>
      <ul className="my-2 max-h-80 overflow-y-auto">
        {shown.map(problem => (
          <li key={`${problem.path} ${problem.code}`} className="py-1">
            <code className="me-2 text-ink-2">{problem.path}</code>
            {problem.found !== undefined && <code className="me-2 break-all">{problem.found}</code>}
            {problemText(i18n, problem)}
          </li>
        ))}
      </ul>
      {problems.length > shown.length && (
        <Button look="link" onClick={() => setWhole(true)}>
          {t('notice.all', { n: problems.length })}
        </Button>
      )}
    </details>
  );
}
