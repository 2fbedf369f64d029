import { samenessOf } from '../i18n/compare-headline';
import type { Facet } from '../model/dataset';
import { narrowedTo } from '../model/narrowing';
import { choiceOf, type View, withChoice } from '../model/view';
import { Differences } from '../panels/compare/Differences';
import { SideLists } from '../panels/compare/SideLists';
import { useOpenDataset } from '../panels/open-dataset';
import { sidePatch, sideView } from './compared';
import type { Present } from './present';
import type { Comparing } from './use-comparing';

interface Props {
  view: View;
  present: Present;
  comparing: Comparing;
}

/** Shows the values whose counts differ between two sides, and the activities of both. Empty if the sides are equal. */
export function ComparisonDetails({ view, present, comparing }: Props) {
  const { head } = useOpenDataset();
  const { replies, view: answered } = present;
  const { differences, sides } = replies;
  const b = sideView(answered, 'b');
  const { isSameChoice, isSameWindow } = samenessOf(answered, b);
  if (!differences || !sides || (isSameChoice && isSameWindow)) return null;
  const narrowed = (facet: Facet, value: string): Partial<View> | null => {
    const choices = (['a', 'b'] as const).map(side => {
      const shown = sideView(view, side);
      const choice = narrowedTo(facet, choiceOf(shown, facet.id), value);
      return choice && { facets: withChoice(shown, facet.id, choice) };
    });
    const [ofA, ofB] = choices;
    return ofA && ofB ? { ...ofA, ...sidePatch(view, 'b', ofB) } : null;
  };
  return (
    <div className="mt-4 flex flex-col gap-8">
      <Differences head={head} differences={differences} narrowed={narrowed} />
      <SideLists
        sides={sides}
        listed={comparing.listed}
        onList={comparing.onList}
        opened={view.activity}
        search={{ a: answered.q, b: b.q }}
      />
    </div>
  );
}
