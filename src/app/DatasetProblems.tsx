import { useLingui } from '@lingui/react';
import { useState } from 'react';
import { problemText } from '../i18n/problem-text';
import { useText } from '../i18n/use-text';
import type { OpenDataset } from '../model/answer';
import { Button } from '../ui/Button';

const FIRST_PROBLEMS = 20;

/** Everything that was found wrong with a dataset, on demand. */
export function DatasetProblems({ open: { problems, moreProblems } }: { open: OpenDataset }) {
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
