import { memo, type ReactNode, useMemo } from 'react';
import { useText } from '../../i18n/use-text';
import type { Matrix as MatrixReply } from '../../model/answer';
import { type DatasetHead, hasValues } from '../../model/dataset';
import { type MatrixFacets, matrixFacets } from '../../model/matrix-facets';
import type { TimeAxis } from '../../model/time-axis';
import { sortedUnique, type View } from '../../model/view';
import { useNavigation } from '../../navigation/navigation';
import { ViewLink } from '../../navigation/ViewLink';
import { ColourChoice } from '../ColourChoice';
import { useColouring } from '../colouring';
import { useOpenDataset } from '../open-dataset';
import type { PanelProps } from '../panel';
import type { MoreLines } from './axis-query';
import { MatrixFoot } from './MatrixFoot';
import { MatrixTable } from './MatrixTable';
import { MatrixToolbar } from './MatrixToolbar';

interface Props {
  head: DatasetHead;
  /** The reply to show; null while loading. */
  matrix: MatrixReply | null;
  view: View;
  /** The facets of rows and columns; null if the dataset has fewer than two facets. */
  facets: MatrixFacets | null;
  more: MoreLines;
  /** The time axis of the bars. Null if no activity has a date. */
  axis: TimeAxis | null;
  onMore: (more: MoreLines) => void;
  children: ReactNode;
}

/** A table of two facets. Each cell shows how many activities have both values, and when they took place. */
export function Matrix({ view, replies, axis, paging, children }: PanelProps) {
  const { head } = useOpenDataset();
  const colouring = useColouring();
  const { lanes, across } = view;
  const facets = useMemo(() => matrixFacets(head, { lanes, across }), [head, lanes, across]);
  const { moreLines, showMoreLines } = paging;
  return (
    <>
      {colouring && (
        <div className="pt-3">
          <ColourChoice view={view} counts={replies.colourCounts} />
        </div>
      )}
      <CrossedFacets
        {...{ head, view, facets, axis }}
        matrix={replies.matrix ?? null}
        more={moreLines}
        onMore={showMoreLines}
      >
        {children}
      </CrossedFacets>
    </>
  );
}

const CrossedFacets = memo(function CrossedFacets(props: Props) {
  const { go } = useNavigation();
  const { head, matrix, view, facets } = props;
  const { t, words } = useText();
  if (!facets) {
    const only = head.facets.find(hasValues);
    return (
      <div className="max-w-prose py-8">
        <p className="font-serif text-xl">
          {only ? t('matrix.oneFacet', { facet: words(only.label) }) : t('matrix.noFacet')}
        </p>
        <p className="mt-3">
          <ViewLink className="link" to={{ panel: 'list' }}>
            {t('matrix.toList')}
          </ViewLink>
        </p>
      </div>
    );
  }
  const facetOf = (id: string | undefined) => head.facets.find(facet => facet.id === id);
  // While the next reply loads, the table still shows the facets of the previous reply.
  const [rows, columns] = [facetOf(matrix?.rows.facet), facetOf(matrix?.columns.facet)];
  const toggle = (value: string) => {
    const others = view.openLanes.filter(id => id !== value);
    go({ openLanes: others.length < view.openLanes.length ? others : sortedUnique([...others, value]) });
  };
  return (
    <>
      <MatrixToolbar head={head} facets={facets} laneSort={view.laneSort}>
        {props.children}
      </MatrixToolbar>
      {matrix && rows && columns ? (
        matrix.all.count > 0 && (
          <>
            <MatrixTable matrix={matrix} facets={{ rows, columns }} view={view} axis={props.axis} onToggle={toggle} />
            <MatrixFoot matrix={matrix} rows={rows} columns={columns} more={props.more} onMore={props.onMore} />
          </>
        )
      ) : (
        <p className="py-10 text-ink-2">{t('matrix.loading')}</p>
      )}
    </>
  );
});
