import { useText } from '../../i18n/use-text';
import type { Tally } from '../../model/answer';
import { Spark } from './Spark';

interface Props {
  tally: Tally;
  mostInBin: number;
  baseline: string;
  className: string;
}

/** The total of a row or of the selection. Its bars are shown only on wide screens. */
export function TotalCell({ tally, mostInBin, baseline, className }: Props) {
  const { number } = useText();
  return (
    <td className={className}>
      <span className="@container flex items-center gap-1.5">
        <span className="min-w-[3ch] text-end">{number(tally.count)}</span>
        <span className="hidden wide:flex">
          <Spark bins={tally.bins} max={mostInBin} baseline={baseline} />
        </span>
      </span>
    </td>
  );
}
