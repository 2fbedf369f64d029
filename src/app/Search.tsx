import { useMemo, useState } from 'react';
import { including } from '../model/choosing';
import { hasValues } from '../model/dataset';
import { selectionOf } from '../model/selection-of';
import { choiceOf, type View, withChoice } from '../model/view';
import { useNavigation } from '../navigation/navigation';
import { SearchBox } from '../panels/search/SearchBox';
import { type Answering, useCountsOf } from '../queries/replies';

interface Props {
  answering: Answering;
  /** The view without the change of an unfinished gesture. */
  view: View;
  autoFocus?: boolean;
  onLeave?: () => void;
}

/** If typed words name facet values, the search box offers these values with their numbers of activities. */
export function Search({ answering, view, ...box }: Props) {
  const { go } = useNavigation();
  const { facets } = answering.open.head;
  const [rest, askRest] = useState<string | null>(null);
  // Count the search without the words that name the offered value, because picking the value removes these words.
  const selection = useMemo(
    () =>
      rest === null
        ? null
        : selectionOf(
            { ...view, q: rest },
            facets.map(({ id }) => id),
          ),
    [view, facets, rest],
  );
  const counts = useCountsOf(answering, selection)?.facets;
  return (
    <SearchBox
      q={view.q}
      {...box}
      offers={facets.some(hasValues) ? { counts, onAsk: askRest } : null}
      onPick={({ facet, value, rest: q }) =>
        go({ facets: withChoice(view, facet, including(choiceOf(view, facet), value)), q })
      }
    />
  );
}
