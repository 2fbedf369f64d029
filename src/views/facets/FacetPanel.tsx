import { useText } from '../../i18n/use-text';
import type { FacetCount } from '../../model/answer';
import type { DatasetHead } from '../../model/dataset';
import { choiceOf, type OnChange, type View, withChoice } from '../../model/view';
import { FacetGroup } from './FacetGroup';

interface Props {
  head: DatasetHead;
  view: View;
  counts: readonly FacetCount[];
  /** Counts of the whole record: what decides which rows there are, so that none comes or goes. */
  recordCounts: readonly FacetCount[];
  onChange: OnChange;
}

export function FacetPanel({ head, view, counts, recordCounts, onChange }: Props) {
  const { t } = useText();
  return (
    <div className="flex flex-col gap-5">
      <p className="sr-only">{t('facet.help')}</p>
      {head.facets.map(facet => (
        <FacetGroup
          key={facet.id}
          facet={facet}
          choice={choiceOf(view, facet.id)}
          count={counts.find(count => count.facet === facet.id)}
          hasNone={(recordCounts.find(count => count.facet === facet.id)?.none ?? 0) > 0}
          onChoose={choice => onChange({ facets: withChoice(view, facet.id, choice) })}
        />
      ))}
    </div>
  );
}
