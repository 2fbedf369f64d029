import { useState } from 'react';
import type { TextTools } from '../../i18n/text-tools';
import { useText } from '../../i18n/use-text';
import { valueLabel } from '../../i18n/value-label';
import type { DatasetHead, Facet } from '../../model/dataset';
import { hasValues } from '../../model/dataset';
import { differingValues, type ValueDifference } from '../../model/differing';
import type { View } from '../../model/view';
import type { DifferencesReply } from '../../model/wants';
import { ViewLink } from '../../navigation/ViewLink';
import { Button } from '../../ui/Button';
import { useHandedFocus } from '../../ui/use-handed-focus';
import { SIDE_LOOKS } from './side-looks';

interface Props {
  head: DatasetHead;
  differences: DifferencesReply;
  /** Returns the change that narrows both sides to a value. Null if the filters can't express the change. */
  narrowed: (facet: Facet, value: string) => Partial<View> | null;
}

/** Up to this number of activities, each activity is drawn as a dot. */
const MAX_DOTS = 8;
const FIRST_ROWS = 8;

/** Shows a table for each facet. Its rows say how many activities of each side have a value. */
export function Differences({ head, differences, narrowed }: Props) {
  const parts = head.facets.filter(hasValues).flatMap(facet => {
    const found = differences.facets.find(({ facet: id }) => id === facet.id);
    const rows = found ? differingValues(facet, found) : [];
    return rows.length > 0 ? [{ facet, rows }] : [];
  });
  return (
    <div className="grid gap-x-12 gap-y-6 @3xl:grid-cols-2">
      {parts.map(({ facet, rows }) => (
        <FacetDifferences key={facet.id} facet={facet} rows={rows} narrowed={value => narrowed(facet, value)} />
      ))}
    </div>
  );
}

interface FacetProps {
  facet: Facet;
  rows: readonly ValueDifference[];
  narrowed: (value: string) => Partial<View> | null;
}

function FacetDifferences({ facet, rows, narrowed }: FacetProps) {
  const tools = useText();
  const { t, words } = tools;
  const [isWhole, setWhole] = useState(false);
  const [firstMore, handOver] = useHandedFocus<HTMLTableRowElement>();
  const shown = isWhole ? rows : rows.slice(0, FIRST_ROWS);
  const hiddenCount = rows.length - shown.length;
  const label = words(facet.label);
  return (
    <div className="min-w-0">
      <table className="w-full table-fixed border-collapse">
        <colgroup>
          <col />
          <col className="w-20" />
          <col className="w-20" />
          <col className="w-16" />
        </colgroup>
        <thead>
          <tr className="border-b border-edge text-start">
            <th scope="col" className="py-1.5 text-start font-semibold">
              {label}
            </th>
            {(['a', 'b'] as const).map(side => (
              <th key={side} scope="col" className={`text-start font-semibold ${SIDE_LOOKS[side].text}`}>
                {t(`compare.${side}`)}
              </th>
            ))}
            <th scope="col">
              <span className="sr-only">{t('compare.where')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ value, a, b }, i) => {
            const patch = narrowed(value);
            const name = valueLabel(tools, facet, value, true);
            return (
              <tr
                key={value}
                ref={i === FIRST_ROWS ? firstMore : undefined}
                tabIndex={i === FIRST_ROWS ? -1 : undefined}
                className="border-b border-faint"
              >
                <th scope="row" className="py-0.5 pe-2 text-start font-normal">
                  {patch ? (
                    <ViewLink to={patch} className="target flex items-center hover:text-accent hover:underline">
                      {name}
                    </ViewLink>
                  ) : (
                    <span className="target flex items-center">{name}</span>
                  )}
                </th>
                <td>
                  <Dots count={a} side="a" />
                </td>
                <td>
                  <Dots count={b} side="b" />
                </td>
                <td className={`text-end ${placeLook(a, b)}`}>{placeText(tools, a, b)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {hiddenCount > 0 && (
        <Button
          look="link"
          aria-label={t('compare.moreValues', { n: hiddenCount, facet: label })}
          onClick={() => {
            handOver();
            setWhole(true);
          }}
        >
          {t('compare.more', { n: hiddenCount })}
        </Button>
      )}
    </div>
  );
}

function placeText({ t }: TextTools, a: number, b: number): string {
  if (a > 0 && b > 0) return t('compare.inEach');
  return a > 0 ? t('compare.onlyA') : t('compare.onlyB');
}

function placeLook(a: number, b: number): string {
  if (a > 0 && b > 0) return 'text-ink-2';
  return SIDE_LOOKS[a > 0 ? 'a' : 'b'].text;
}

function Dots({ count, side }: { count: number; side: 'a' | 'b' }) {
  const { number } = useText();
  if (count > MAX_DOTS) return number(count);
  return (
    <>
      <span className="sr-only">{number(count)}</span>
      <span aria-hidden="true" className="flex flex-wrap gap-0.5">
        {count === 0
          ? '–'
          : [...Array(count).keys()].map(dot => (
              <span key={dot} className={`size-[7px] rounded-full forced-colors:border ${SIDE_LOOKS[side].ground}`} />
            ))}
      </span>
    </>
  );
}
