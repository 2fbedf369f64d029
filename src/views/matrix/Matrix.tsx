import type { ReactNode } from 'react';
import { useText } from '../../i18n/use-text';
import type { DaySpan } from '../../lib/day';
import type { Answer } from '../../model/answer';
import type { DatasetHead } from '../../model/dataset';
import type { MatrixFacets } from '../../model/matrix-facets';
import type { OnChange, View } from '../../model/view';
import { ViewLink } from '../../ui/ViewLink';
import { type AxisState, type AxisStates, axisState } from './axis-state';
import { MatrixFoot } from './MatrixFoot';
import { MatrixTable } from './MatrixTable';
import { MatrixToolbar } from './MatrixToolbar';

interface Props {
  head: DatasetHead;
  answer: Answer;
  view: View;
  /** The facets the view sets against each other; null where there are no two. */
  facets: MatrixFacets | null;
  axes: AxisStates;
  gaps: readonly DaySpan[];
  hrefOf: (patch: Partial<View>) => string;
  onChange: OnChange;
  onAxes: (axes: AxisStates) => void;
  /** The boxes that say the window in words. */
  children: ReactNode;
}

/** Two facets against each other: how many activities of the selection have both values, and when. */
export function Matrix({ head, answer, view, facets, axes, gaps, hrefOf, onChange, onAxes, children }: Props) {
  const { t, words } = useText();
  if (!facets) {
    const [only] = head.facets;
    return (
      <div className="max-w-prose py-8">
        <p className="font-serif text-xl">
          {only ? t('matrix.oneFacet', { facet: words(only.label) }) : t('matrix.noFacet')}
        </p>
        <p className="mt-3">
          <ViewLink className="link" href={hrefOf({ panel: 'list' })} onFollow={() => onChange({ panel: 'list' })}>
            {t('matrix.toList')}
          </ViewLink>
        </p>
      </div>
    );
  }
  const { matrix } = answer;
  const facetOf = (id: string | undefined) => head.facets.find(facet => facet.id === id);
  // While the next answer is on its way, the table is that of the facets it was made for.
  const [rows, columns] = [facetOf(matrix?.rows.facet), facetOf(matrix?.columns.facet)];
  const setAxis = (facet: string, state: AxisState) => onAxes(new Map(axes).set(facet, state));
  const toggle = (facet: string, value: string) => {
    const { opened, more } = axisState(axes, facet);
    const others = opened.filter(other => other !== value);
    setAxis(facet, { opened: others.length < opened.length ? others : [...opened, value], more });
  };
  return (
    <>
      <MatrixToolbar head={head} facets={facets} sort={view.sort} onChange={onChange}>
        {children}
      </MatrixToolbar>
      {matrix && rows && columns ? (
        answer.total > 0 && (
          <>
            <MatrixTable
              matrix={matrix}
              rows={rows}
              columns={columns}
              view={view}
              gaps={gaps}
              hrefOf={hrefOf}
              onChange={onChange}
              onToggle={toggle}
            />
            <MatrixFoot matrix={matrix} rows={rows} columns={columns} axes={axes} onAxis={setAxis} />
          </>
        )
      ) : (
        <p className="py-10 text-ink-2">{t('matrix.loading')}</p>
      )}
    </>
  );
}
