import { lazyWithMessages } from '../i18n/later-messages';
import { colourProblems } from '../model/colour';
import type { TextLoss } from '../model/text-loss';
import type { View } from '../model/view';
import { useOpenDataset } from '../panels/open-dataset';
import { LazyPart } from '../ui/LazyPart';
import { shownProblems } from './shown-problems';

const noticesModule = lazyWithMessages(() => import('./Notices'));

interface Props {
  /** One sentence for each part of the link that could not be applied. */
  sentences: readonly string[];
  textLoss: TextLoss | null;
  view: View;
  onReopen: () => void;
}

/** Shows the notices. Loads their code only if there are notices. */
export function PageNotices({ sentences, textLoss, view, onReopen }: Props) {
  const open = useOpenDataset();
  const hasFarOff = open.outliers !== null && view.from === null && view.to === null;
  const isOfLink = sentences.length > 0 || colourProblems(view.colour, open.head).length > 0;
  const isNeeded = isOfLink || shownProblems(open).length > 0 || hasFarOff || textLoss !== null;
  return (
    isNeeded && (
      <LazyPart code={noticesModule}>
        {({ Notices }) => <Notices {...{ sentences, textLoss, view, onReopen }} />}
      </LazyPart>
    )
  );
}
