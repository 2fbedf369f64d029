import { type ReactNode, useId } from 'react';
import { machineDate } from '../../i18n/date-text';
import { useDates } from '../../i18n/use-dates';
import type { SidePart, SideRows, SidesReply, SidesWant } from '../../model/wants';
import { ViewLink } from '../../navigation/ViewLink';
import { Button } from '../../ui/Button';
import { Words } from '../../ui/Words';
import { SIDE_LOOKS } from './side-looks';

/** Which activities are listed, and the maximum number for each side. */
export type Listed = Pick<SidesWant, 'part' | 'limit'>;

interface Props {
  sides: SidesReply;
  listed: Listed;
  onList: (listed: Listed) => void;
  opened: string | null;
  search: Readonly<Record<'a' | 'b', string>>;
}

const PARTS: readonly SidePart[] = ['all', 'both', 'only'];

/** The number of activities that "more" adds to each list. */
const MORE = 100;

/** Lists the activities of the two sides beside each other, or those of both sides in one list (part `both`). */
export function SideLists({ sides, listed, onList, opened, search }: Props) {
  const { t } = useDates();
  const { part } = listed;
  const onMore = () => onList({ ...listed, limit: listed.limit + MORE });
  const list = (side: 'a' | 'b', heading: string) => (
    <SideList side={side} heading={heading} {...{ part: sides[side], opened, onMore }} search={search[side]} />
  );
  return (
    <div>
      <label className="no-print mb-2 flex items-center gap-2 text-ink-2">
        {t('compare.listed')}
        <select
          value={part}
          className="min-h-6 rounded-sm border-b border-edge bg-paper text-ink pointer-coarse:min-h-11"
          onChange={({ target }) => {
            const chosen = PARTS.find(candidate => candidate === target.value);
            if (chosen) onList({ ...listed, part: chosen });
          }}
        >
          {PARTS.map(option => (
            <option key={option} value={option}>
              {t(`compare.listed.${option}`)}
            </option>
          ))}
        </select>
      </label>
      <div className="grid gap-x-12 gap-y-6 @3xl:grid-cols-2">
        {part === 'both' ? (
          list('a', t('compare.list.both', { n: sides.a.total }))
        ) : (
          <>
            {list('a', t('compare.list.a', { n: sides.a.total }))}
            {list('b', t('compare.list.b', { n: sides.b.total }))}
          </>
        )}
      </div>
    </div>
  );
}

interface ListProps {
  side: 'a' | 'b';
  heading: string;
  part: SideRows;
  opened: string | null;
  search: string;
  onMore: () => void;
}

function SideList({ side, heading, part: { rows, total }, opened, search, onMore }: ListProps): ReactNode {
  const tools = useDates();
  const titleId = useId();
  const left = total - rows.length;
  return (
    <div className="min-w-0">
      <h2 id={titleId} className={`border-b border-edge py-1.5 font-semibold ${SIDE_LOOKS[side].text}`}>
        {heading}
      </h2>
      <ol aria-labelledby={titleId}>
        {rows.map(row => (
          <li
            key={row.id}
            className={`grid grid-cols-[6.5rem_minmax(0,1fr)] gap-x-3 border-b border-faint py-2 ${opened === row.id ? 'bg-accent-ground' : ''}`}
          >
            <time dateTime={machineDate(row.date)} className="text-ink-2">
              {tools.date(row.date)}
            </time>
            <h3>
              <ViewLink
                to={{ activity: row.id }}
                data-activity={row.id}
                aria-current={opened === row.id ? 'true' : undefined}
                className="hover:underline aria-current:text-accent"
              >
                <Words of={tools.spoken(row.title)} search={search} />
              </ViewLink>
            </h3>
          </li>
        ))}
      </ol>
      {left > 0 && (
        <Button look="link" className="mt-1" onClick={onMore}>
          {tools.t('compare.more', { n: left })}
        </Button>
      )}
    </div>
  );
}
