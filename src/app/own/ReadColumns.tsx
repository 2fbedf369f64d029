import { useLingui } from '@lingui/react';
import { useEffect, useId, useRef } from 'react';
import { failureText } from '../../i18n/problem-text';
import { DatasetLanguage, useText } from '../../i18n/use-text';
import type { OpenDataset } from '../../model/answer';
import { isLostActivity, OpenFailure, type Unlisted } from '../../model/problem';
import { hasDates, type Reading } from '../../model/reading';
import { useLocalReading } from '../../queries/keep-local';
import type { LocalSource } from '../../queries/local-source';
import type { Answering } from '../../queries/replies';
import { useMedia } from '../../ui/use-media';
import { ProblemDetails } from '../ProblemDetails';
import { ChangesFirst } from './ChangesFirst';
import { COLUMNS, ColumnLine } from './ColumnLine';
import { DateOrder } from './DateOrder';
import { FileRow } from './FileRow';
import { LeftOutRows } from './LeftOutRows';
import { Look } from './Look';
import { LostRows } from './LostRows';
import { OpenOrSave } from './OpenOrSave';
import { OwnHeader } from './OwnHeader';

interface Props {
  address: string;
  local: LocalSource;
  engine: Answering['engine'];
  /** The dataset from the last successful reading of the table. */
  open: OpenDataset;
  /** Why the table can't be read with the reader's last choices. Null if it can be read. */
  error: Error | null;
  isReading: boolean;
  onCancel: () => void;
  /** Called when the reader opens a table without any date. The timeline of such a table would be empty. */
  onUndated: () => void;
}

/** On screens of at least this width, the preview is beside the columns. app.css repeats the width. */
const WIDE = '(min-width: 74rem)';

/** The second step of opening a table: lets the reader check and change how each column was read. */
export function ReadColumns({ address, local, engine, open, error, isReading, onCancel, onUndated }: Props) {
  const { t, number } = useText();
  const { i18n } = useLingui();
  const titleId = useId();
  const title = useRef<HTMLHeadingElement>(null);
  const { reread } = useLocalReading(address);
  const isWide = useMedia(WIDE);
  useEffect(() => title.current?.focus(), []);
  const { table, changes } = open;
  if (!table) return null;
  const reading = local.reading ?? table.reading;
  const read = (changed: typeof reading) => reread({ reading: changed });
  const lost = open.problems.filter(isLostActivity);
  const others = open.problems.filter(problem => !isLostActivity(problem) && problem.code !== 'rowSkipped');
  return (
    <div className="flex min-h-dvh flex-col">
      <OwnHeader titleId={titleId} onCancel={onCancel} />
      <main className="flex grow flex-col">
        <section
          aria-labelledby={titleId}
          aria-busy={isReading}
          className="grow wide:grid wide:grid-cols-[minmax(0,1fr)_27.5rem]"
        >
          <div className="mx-auto grid w-full max-w-5xl content-start gap-6 px-5 py-6 md:px-6">
            <FileRow name={local.name} table={table} reading={reading} onGrid={grid => reread({ grid })} />
            <div>
              <h1 ref={title} tabIndex={-1} className="font-serif text-2xl font-medium">
                {t('own.canBeShown', { n: open.total, rows: number(table.rows) })}
              </h1>
              <p className="max-w-prose font-serif text-base text-ink-2">{t('own.guessed')}</p>
            </div>
            {changes && (
              <DatasetLanguage value={open.head.language}>
                <ChangesFirst changes={changes} facets={open.head.facets} />
              </DatasetLanguage>
            )}
            <p role="alert" className="empty:hidden">
              {error && failureText(i18n, error instanceof OpenFailure ? error : new OpenFailure('workerLost'))}
            </p>
            {!hasDates(reading) && !error && (
              <p role="alert" className="max-w-prose border-s-3 border-side-b ps-4">
                {t('own.noDates', { n: open.total })}
              </p>
            )}
            {table.order && <DateOrder order={table.order} reading={reading} onRead={read} />}
            <div>
              <div aria-hidden="true" className={`${COLUMNS} text-ink-2 max-md:hidden`}>
                {(['column', 'example', 'readAs', 'found'] as const).map(head => (
                  <span key={head}>{t(`own.head.${head}`)}</span>
                ))}
              </div>
              <ul className="border-t border-ink-2" aria-label={t('own.columns')}>
                {[...reading.columns.keys()].map(index => (
                  <ColumnLine
                    key={index}
                    index={index}
                    reading={reading}
                    facts={table.columns[index] ?? { example: '', filled: 0, distinct: 0 }}
                    rows={table.rows}
                    onRead={read}
                  />
                ))}
              </ul>
            </div>
            {table.rows > open.total && (
              <LostRows {...{ lost, reading }} repairs={table.repairs} count={table.rows - open.total} onRead={read} />
            )}
            {table.leftOut.rows.length > 0 && <LeftOutRows leftOut={table.leftOut} reading={reading} onRead={read} />}
            <ProblemDetails problems={others} unlisted={unlistedBeside(open, table.reading)} />
          </div>
          <div className="sticky bottom-0 flex flex-col border-rule bg-raised max-wide:border-t wide:top-14 wide:h-[calc(100dvh-3.5rem)] wide:border-s">
            {isWide && (
              <DatasetLanguage value={open.head.language}>
                <Look answering={{ engine, open }} />
              </DatasetLanguage>
            )}
            <OpenOrSave
              answering={{ engine, open }}
              address={address}
              onOpen={open.extent === null ? onUndated : undefined}
              local={local}
              reading={reading}
              isOff={isReading || error !== null || open.total === 0}
            />
          </div>
        </section>
      </main>
    </div>
  );
}

/** Returns the numbers of unlisted problems. Excludes rows left out, because the page lists them elsewhere. */
function unlistedBeside({ problems, unlisted }: OpenDataset, { skip }: Reading): Unlisted {
  const listed = problems.filter(({ code }) => code === 'rowSkipped').length;
  return { record: 0, field: unlisted.field, note: unlisted.note - (skip.length - listed) };
}
