import { useLingui } from '@lingui/react';
import { useEffect, useId, useRef } from 'react';
import { failureText } from '../../i18n/problem-text';
import { useText } from '../../i18n/use-text';
import type { OpenDataset } from '../../model/answer';
import { isLostActivity, OpenFailure } from '../../model/problem';
import { hasSameHeader, type Reading } from '../../model/reading';
import { useLocalReading } from '../../queries/keep-local';
import type { LocalSource } from '../../queries/local-source';
import { Button } from '../../ui/Button';
import { usePreference } from '../../ui/use-preference';
import { ProblemList } from '../ProblemList';
import { ColumnLine } from './ColumnLine';
import { DateOrder } from './DateOrder';
import { OwnHeader } from './OwnHeader';

/** The number of readings that the browser remembers. */
const MAX_REMEMBERED = 20;

interface Props {
  address: string;
  local: LocalSource;
  /** The dataset as it was read last. */
  open: OpenDataset;
  /** Why the table can't be read in the way that was chosen last. */
  error: Error | null;
  isReading: boolean;
  onCancel: () => void;
}

/** The second step of opening a record of one's own: how a table was read, column by column, to be checked and changed. */
export function ReadColumns({ address, local, open, error, isReading, onCancel }: Props) {
  const { t, number } = useText();
  const { i18n } = useLingui();
  const titleId = useId();
  const title = useRef<HTMLHeadingElement>(null);
  const { reread, accept } = useLocalReading(address);
  const remember = useRemember();
  useEffect(() => title.current?.focus(), []);
  const { table } = open;
  if (!table) return null;
  const reading = local.reading ?? table.reading;
  const lost = open.problems.filter(isLostActivity);
  const others = open.problems.filter(problem => !isLostActivity(problem));
  const openRecord = () => {
    if (local.reading) remember(local.reading);
    accept();
  };
  return (
    <div className="min-h-dvh">
      <OwnHeader titleId={titleId} onCancel={onCancel} />
      <main>
        <section
          aria-labelledby={titleId}
          aria-busy={isReading}
          className="mx-auto grid max-w-5xl gap-6 px-5 py-6 md:px-6"
        >
          <p className="rounded-sm border border-dashed border-edge px-4 py-3 wrap-anywhere">
            <strong className="font-semibold">{local.name}</strong>{' '}
            <span className="text-ink-2">
              {reading.sheet !== undefined && `${t('own.sheet', { name: reading.sheet })} `}
              {t('own.size', { rows: table.rows, columns: reading.columns.length, header: reading.header })}
            </span>
          </p>
          <div>
            <h1 ref={title} tabIndex={-1} className="font-serif text-2xl font-medium">
              {t('own.canBeShown', { n: open.total, rows: number(table.rows) })}
            </h1>
            <p className="max-w-prose font-serif text-base text-ink-2">{t('own.guessed')}</p>
          </div>
          <p role="alert" className="empty:hidden">
            {error && failureText(i18n, error instanceof OpenFailure ? error : new OpenFailure('workerLost'))}
          </p>
          {table.order && <DateOrder order={table.order} reading={reading} onRead={reread} />}
          <ul className="border-t border-ink-2" aria-label={t('own.columns')}>
            {[...reading.columns.keys()].map(index => (
              <ColumnLine
                key={index}
                index={index}
                reading={reading}
                facts={table.columns[index] ?? { example: '', filled: 0, distinct: 0 }}
                rows={table.rows}
                onRead={reread}
              />
            ))}
          </ul>
          {lost.length > 0 && (
            <section className="border-s-3 border-side-b ps-4">
              <h2 className="font-semibold">{t('own.lost', { n: lost.length + open.moreProblems })}</h2>
              <ProblemList problems={lost} more={open.moreProblems} />
            </section>
          )}
          {others.length > 0 && (
            <details>
              <summary>{t('notice.notes', { n: others.length })}</summary>
              <ProblemList problems={others} more={0} />
            </details>
          )}
          <div className="sticky bottom-0 -mx-5 flex flex-wrap items-center gap-3 border-t border-rule bg-paper px-5 py-3 md:-mx-6 md:px-6">
            <Button look="primary" disabled={isReading || error !== null || open.total === 0} onClick={openRecord}>
              {t('own.openN', { n: open.total })}
            </Button>
            <SaveReading reading={reading} name={local.name} />
          </div>
        </section>
      </main>
    </div>
  );
}

/** Returns a function that remembers a reading for tables with the same header. */
function useRemember(): (reading: Reading) => void {
  const [stored, store] = usePreference('readings', '[]');
  return reading => {
    const others = listOf(stored).filter(other => !hasSameHeader(other, reading));
    store(JSON.stringify([reading, ...others].slice(0, MAX_REMEMBERED)));
  };
}

function listOf(stored: string): Reading[] {
  try {
    const list: unknown = JSON.parse(stored);
    return Array.isArray(list) ? list.filter(reading => Array.isArray(reading?.columns)) : [];
  } catch {
    return [];
  }
}

/** Saves the reading as a file, for `npm run dataset -- import --reading`. */
function SaveReading({ reading, name }: { reading: Reading; name: string }) {
  const { t } = useText();
  const save = () => {
    const url = URL.createObjectURL(new Blob([`${JSON.stringify(reading, null, 2)}\n`], { type: 'application/json' }));
    const link = document.createElement('a');
    link.href = url;
    link.download = `${name.replace(/\.\w{2,6}$/, '')}.reading.json`;
    link.click();
    URL.revokeObjectURL(url);
  };
  return (
    <Button look="outline" onClick={save}>
      {t('own.saveReading')}
    </Button>
  );
}
