import { useLingui } from '@lingui/react';
import { type ReactNode, useState } from 'react';
import { problemText } from '../i18n/problem-text';
import { useText } from '../i18n/use-text';
import { quotable } from '../lib/shortened';
import { colourProblems } from '../model/colour';
import { NONE_UNLISTED } from '../model/problem';
import type { TextLoss } from '../model/text-loss';
import type { View } from '../model/view';
import { useOpenDataset } from '../panels/open-dataset';
import { Button, IconButton } from '../ui/Button';
import { FarOff } from './FarOff';
import { ProblemDetails } from './ProblemDetails';
import { shownProblems } from './shown-problems';

interface Props {
  /** One sentence for each part of the link that could not be applied. */
  sentences: readonly string[];
  textLoss: TextLoss | null;
  view: View;
  onReopen: () => void;
}

/** Shows problems of the link and the dataset. An alert if part of the link or the dataset is not shown. */
export function Notices({ sentences, textLoss, view, onReopen }: Props) {
  const open = useOpenDataset();
  const problems = shownProblems(open);
  const { t } = useText();
  const { i18n } = useLingui();
  const [isHidden, setHidden] = useState(false);
  if (isHidden) return null;
  const ofFile = problems.filter(({ path }) => path === '');
  const ofParts = problems.filter(({ path }) => path !== '');
  const losses = problems.filter(({ loss }) => loss !== 'note');
  const ofColour = colourProblems(view.colour, open.head);
  const isAlert = sentences.length + ofColour.length > 0 || textLoss !== null || losses.length > 0;
  return (
    <Notice isAlert={isAlert}>
      <div className="min-w-0 grow hyphenate wrap-anywhere">
        {sentences.map(sentence => (
          <p key={sentence}>{sentence}</p>
        ))}
        {ofColour.map(({ kind, found }) => (
          <p key={kind}>{t(`notice.colour.${kind}`, { found: quotable(found) })}</p>
        ))}
        {textLoss && (
          <p>
            {textLoss.code === 'damaged'
              ? t('notice.textDamaged', { n: textLoss.count })
              : t('notice.textMissing', { n: textLoss.count })}{' '}
            <Button look="link" onClick={onReopen}>
              {t('notice.reopen')}
            </Button>
          </p>
        )}
        {ofFile.map(problem => (
          <p key={problem.code}>{problemText(i18n, problem)}</p>
        ))}
        <FarOff view={view} />
        <ProblemDetails problems={ofParts} unlisted={ofParts.length > 0 ? open.unlisted : NONE_UNLISTED} />
      </div>
      <IconButton icon="close" label={t('notice.hide')} onClick={() => setHidden(true)} />
    </Notice>
  );
}

const LOOK = 'no-print mb-3 flex items-start gap-3 border-s-2 border-ink bg-raised py-2 ps-4 pe-2';

function Notice({ isAlert, children }: { isAlert: boolean; children: ReactNode }) {
  return (
    <div role={isAlert ? 'alert' : 'note'} className={LOOK}>
      {children}
    </div>
  );
}
