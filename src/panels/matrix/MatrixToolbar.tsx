import type { ReactNode } from 'react';
import { useText } from '../../i18n/use-text';
import { type DatasetHead, type Facet, hasValues } from '../../model/dataset';
import type { MatrixFacets } from '../../model/matrix-facets';
import { LANE_SORTS, type LaneSort } from '../../model/view';
import { useNavigation } from '../../navigation/navigation';
import { IconButton } from '../../ui/Button';

interface Props {
  head: DatasetHead;
  facets: MatrixFacets;
  laneSort: LaneSort;
  children: ReactNode;
}

/** The controls for the facets of rows and columns. Choosing the same facet for both swaps the two facets. */
export function MatrixToolbar({ head, facets: { rows, columns }, laneSort, children }: Props) {
  const { go } = useNavigation();
  const { t, words } = useText();
  const choices = head.facets.filter(hasValues).map(({ id, label }) => [id, words(label)] as const);
  const setRows = (id: string) => go({ lanes: id, across: id === columns.id ? rows.id : columns.id });
  const setColumns = (id: string) => go({ lanes: id === rows.id ? columns.id : rows.id, across: id });
  return (
    <div className="no-print flex flex-wrap items-center justify-between gap-x-6 gap-y-1 pt-3">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <Choice label={t('matrix.rows')} value={rows.id} choices={choices} onChoose={setRows} />
        <IconButton
          icon="swap"
          label={t('matrix.swap')}
          className="-mx-2 text-ink-2 hover:text-ink"
          onClick={() => setRows(columns.id)}
        />
        <Choice label={t('matrix.columns')} value={columns.id} choices={choices} onChoose={setColumns} />
        <Choice
          label={t('timeline.laneSort')}
          value={laneSort}
          choices={LANE_SORTS.map(sort => [sort, t(`timeline.laneSort.${sort}`)])}
          onChoose={chosen => go({ laneSort: LANE_SORTS.find(sort => sort === chosen) ?? 'given' })}
        />
      </div>
      <div className="max-md:hidden">{children}</div>
    </div>
  );
}

interface ChoiceProps {
  label: string;
  value: Facet['id'];
  choices: readonly (readonly [value: string, name: string])[];
  onChoose: (value: string) => void;
}

function Choice({ label, value, choices, onChoose }: ChoiceProps) {
  return (
    <label className="flex items-center gap-1.5 text-ink-2">
      {label}
      <select
        value={value}
        className="h-7 rounded-sm bg-paper text-ink hover:bg-faint pointer-coarse:h-11"
        onChange={event => onChoose(event.target.value)}
      >
        {choices.map(([id, name]) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
