import { useText } from '../../i18n/use-text';
import type { Facet } from '../../model/dataset';
import type { View } from '../../model/view';
import { LineLabel, LineOpener } from './LineLabel';
import { lineName } from './line-name';
import type { Line } from './lines';
import { TotalCell } from './TotalCell';

interface Props {
  facet: Facet;
  line: Line;
  /** Whether any row can be expanded. If so, all other names are indented by the width of the button. */
  hasGutter: boolean;
  baseline: string;
  mostInBin: number;
  patch: Partial<View> | null;
  onToggle: () => void;
}

export function MatrixRowHead({ facet, line, hasGutter, baseline, mostInBin, onToggle, ...link }: Props) {
  const tools = useText();
  const label = lineName(tools, facet, line.value, false);
  const name =
    line.above === null
      ? label
      : tools.t('matrix.below', { value: label, above: lineName(tools, facet, line.above, false) });
  return (
    <>
      <th
        scope="row"
        aria-label={name}
        className="sticky start-0 z-10 border-b border-faint bg-paper py-0.5 pe-2 text-start font-normal max-md:pt-2 max-md:align-top"
      >
        <span
          className="flex items-center max-md:items-start"
          style={{ paddingInlineStart: `${line.depth * 1.25}rem` }}
        >
          {line.isParent ? (
            <LineOpener facet={facet} line={line} className="-ms-1 shrink-0" onToggle={onToggle} />
          ) : (
            hasGutter && <span className="w-5 shrink-0 pointer-coarse:w-10" />
          )}
          <LineLabel
            facet={facet}
            line={line}
            isTight={false}
            className="hyphenate min-w-0 scroll-mt-36 leading-4 group-hover/row:text-accent group-focus-within/row:text-accent"
            {...link}
          />
        </span>
      </th>
      <TotalCell
        tally={line}
        mostInBin={mostInBin}
        baseline={baseline}
        className="border-b border-faint text-ink-2 max-md:pt-1.5 max-md:align-top"
      />
    </>
  );
}
