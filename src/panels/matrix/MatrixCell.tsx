import { useText } from '../../i18n/use-text';
import type { Tally } from '../../model/answer';
import type { View } from '../../model/view';
import { ViewLink } from '../../navigation/ViewLink';
import { Spark } from './Spark';

/** The palest shade first. */
export const SHADES = ['bg-shade-1', 'bg-shade-2', 'bg-shade-3', 'bg-shade-4'] as const;

/** Number and bars are side by side. On a phone the bars are below the number. */
const CELL =
  '@container flex h-12 scroll-ms-(--first) scroll-mt-36 flex-col justify-center px-1.5 md:h-8.5 md:flex-row md:items-center md:justify-start md:gap-1.5 md:px-2 md:pointer-coarse:h-11';

interface Props {
  tally: Tally | null;
  /** An index into `SHADES`. */
  shade: number;
  mostInBin: number;
  baseline: string;
  /** The names of row and column. */
  name: string;
  /** The change that limits the view to the cell's activities. Null if a link can't express the change. */
  patch: Partial<View> | null;
}

/** The number of activities with both values, with a shade and bars over time, as a link to these activities. */
export function MatrixCell({ tally, shade, mostInBin, baseline, name, patch }: Props) {
  const { t, number } = useText();
  if (!tally) {
    return (
      <td className="border-b border-faint px-2 text-edge md:px-2.5">
        <span aria-hidden="true">·</span>
        <span className="sr-only">{number(0)}</span>
      </td>
    );
  }
  const content = (
    <>
      <span className={`leading-5 ${shade > 1 ? 'font-semibold' : ''}`}>{number(tally.count)}</span>
      <Spark bins={tally.bins} max={mostInBin} baseline={baseline} />
    </>
  );
  const look = `${CELL} ${SHADES[shade]}`;
  return (
    <td className="border-b border-faint p-px">
      {patch ? (
        <ViewLink
          to={patch}
          tabIndex={-1}
          aria-label={t('matrix.cell', { n: tally.count, name })}
          title={t('matrix.cell', { n: tally.count, name })}
          className={`${look} hover:outline-2 hover:-outline-offset-2 hover:outline-accent focus-visible:-outline-offset-2`}
          onFollow={focusResults}
        >
          {content}
        </ViewLink>
      ) : (
        <span className={look}>{content}</span>
      )}
    </td>
  );
}

/** Focuses the headline, because the link of a cell removes the table, which would lose the focus. */
function focusResults(): void {
  document.getElementById('results')?.focus();
}
