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
  /** The view without the change of a gesture that is in progress. */
  view: View;
  autoFocus?: boolean;
  onLeave?: () => void;
}

/** The search box. It offers values that the typed words name, each with its number of activities. */
export function Search({ answering, view, ...box }: Props) {
  const { go } = useNavigation();
  const { facets } = answering.open.head;
  const [rest, askRest] = useState<string | null>(null);
  // The counts are for a search without the words that name a value, because picking the value removes these words from
  // the search.
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
