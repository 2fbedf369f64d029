import { useText } from '../../../src/i18n/use-text';
import { NO_CHOICE } from '../../../src/model/view';
import { onlyThis } from '../../../src/panels/facets/choices';
import type { FacetWidget, FacetWidgetProps } from '../../../src/panels/facets/FacetGroup';

/** A list that opens, to choose one value or none. */
function OneOfFew({ facet, choice, onChoose }: FacetWidgetProps) {
  const { words } = useText();
  const [chosen = ''] = choice.include;
  return (
    <label>
      {words(facet.label)}
      <select value={chosen} onChange={({ target }) => onChoose(target.value ? onlyThis(target.value) : NO_CHOICE)}>
        <option value="">–</option>
        {facet.values.map(({ id, label }) => (
          <option key={id} value={id}>
            {words(label)}
          </option>
        ))}
      </select>
    </label>
  );
}

export const oneOfFew: FacetWidget = {
  fits: ({ values }) => values.length <= 3,
  Widget: OneOfFew,
};
