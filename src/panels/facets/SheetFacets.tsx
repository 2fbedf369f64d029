import { type ReactNode, useState } from 'react';
import type { FacetCount } from '../../model/answer';
import { type Facet, hasValues } from '../../model/dataset';
import { choiceOf, isConstraint, type View, withChoice } from '../../model/view';
import { useNavigation } from '../../navigation/navigation';
import { usePreference } from '../../ui/use-preference';
import { useOpenDataset } from '../open-dataset';
import { SHORT_FACET } from './facet-rows';
import { ValueSearch } from './ValueSearch';
import { VALUE_ORDERS } from './value-order';
import { widgetFor } from './widgets';

interface Props {
  view: Pick<View, 'facets'>;
  counts: readonly FacetCount[];
  /** The id of the only facet to show; null for all. */
  only: string | null;
  /** Content shown after the facets that had a choice when the sheet opened. */
  children?: ReactNode;
}

/**
 * Shows the facets in the sheet of a phone, below a search over the values of all facets. Facets with a choice come
 * first. Facets are collapsed at first and name the chosen values. A facet that is shown alone is expanded, and so are
 * all facets if together they have few values.
 */
export function SheetFacets({ view, counts, only, children }: Props) {
  const { go } = useNavigation();
  const open = useOpenDataset();
  const [kept] = usePreference('facets.order', 'given');
  const order = VALUE_ORDERS.find(candidate => candidate === kept) ?? 'given';
  const facets = open.head.facets.filter(hasValues);
  const isShort = facets.reduce((sum, { values }) => sum + values.length, 0) <= SHORT_FACET;
  const [opened, setOpened] = useState<ReadonlySet<string>>(() => new Set(isShort ? facets.map(({ id }) => id) : []));
  // Facets that had a choice when the sheet opened stay first, so that no facet moves while the reader chooses values.
  const [first] = useState(() => new Set(facets.flatMap(({ id }) => (isConstraint(choiceOf(view, id)) ? [id] : []))));
  const choose = (facet: string) => (choice: ReturnType<typeof choiceOf>) =>
    go({ facets: withChoice(view, facet, choice) });

  const group = (facet: Facet) => {
    const { id } = facet;
    const choice = choiceOf(view, id);
    const Widget = widgetFor(facet);
    const turn = (isClosed: boolean) => {
      const others = [...opened].filter(other => other !== id);
      setOpened(new Set(isClosed ? others : [...others, id]));
    };
    return (
      <Widget
        key={id}
        facet={facet}
        choice={choice}
        counts={{ selection: ofFacet(counts, id), record: ofFacet(open.counts, id) }}
        order={order}
        spark={null}
        isClosed={only === null && !opened.has(id)}
        onClose={only === null ? turn : null}
        onChoose={choose(id)}
      />
    );
  };

  if (only !== null) return facets.filter(({ id }) => id === only).map(group);
  const chosen = facets.filter(({ id }) => first.has(id));
  return (
    <>
      <ValueSearch view={view} counts={counts} onChoose={(facet, choice) => choose(facet)(choice)} />
      <div className="*:border-b *:border-rule *:py-1">
        {chosen.map(group)}
        {children}
        {facets.filter(({ id }) => !first.has(id)).map(group)}
      </div>
    </>
  );
}

function ofFacet(parts: readonly FacetCount[], id: string): FacetCount | undefined {
  return parts.find(({ facet }) => facet === id);
}
