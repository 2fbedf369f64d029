import { useLingui } from '@lingui/react';
import { useState } from 'react';
import { problemText } from '../i18n/problem-text';
import { useText } from '../i18n/use-text';
import type { Problem, Unlisted } from '../model/problem';
import { Button } from '../ui/Button';

const FIRST = 20;

export interface Problems {
  problems: readonly Problem[];
  /** The numbers of further problems. */
  unlisted: Unlisted;
}

/** Lists problems of a dataset as the command line does: position, value found, reason and proposed correction. */
export function ProblemList({ problems, unlisted }: Problems) {
  const { t } = useText();
  const { i18n } = useLingui();
  const [isWhole, setWhole] = useState(false);
  const more = unlisted.record + unlisted.field + unlisted.note;
  const shown = isWhole ? problems : problems.slice(0, FIRST);
  return (
    <>
      <ul className="my-2 max-h-80 overflow-y-auto">
        {shown.map(problem => {
          const { path, code, found } = problem;
          const text = problemText(i18n, problem);
          return (
            <li key={`${path} ${code}`} className="py-1">
              <code className="me-2 text-ink-2">{path}</code>
              {found !== undefined && !text.includes(found) && <code className="me-2">{found}</code>}
              {text}
            </li>
          );
        })}
      </ul>
      {problems.length > shown.length && (
        <Button look="link" onClick={() => setWhole(true)}>
          {t('notice.all', { n: problems.length })}
        </Button>
      )}
      {more > 0 && shown.length === problems.length && <p>{t('notice.more', { n: more })}</p>}
    </>
  );
}
