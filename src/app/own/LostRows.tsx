import { useState } from 'react';
import { type DateTools, useDates } from '../../i18n/use-dates';
import { NONE_UNLISTED, type Problem } from '../../model/problem';
import { type Reading, type Repair, type RepairChoice, repaired } from '../../model/reading';
import { Button } from '../../ui/Button';
import { ProblemList } from '../ProblemList';

/** The maximum number of rows of a group that are listed at first. */
const FIRST = 8;

interface Props {
  /** The problems of rows that can't be read. */
  lost: readonly Problem[];
  /** The number of rows that can't be read. */
  count: number;
  repairs: readonly Repair[];
  reading: Reading;
  onRead: (reading: Reading) => void;
}

/** Lists the unreadable rows, grouped by reason. Buttons change the reading so that a group is read or left out. */
export function LostRows({ lost, count, repairs, reading, onRead }: Props) {
  const tools = useDates();
  const grouped = new Set(repairs.flatMap(({ rows }) => rows.map(({ row }) => row)));
  const others = lost.filter(problem => !grouped.has(rowOf(problem)));
  const unlisted = repairs.reduce((left, repair) => left - repair.count, count - others.length);
  return (
    <section className="grid gap-4 border-s-3 border-side-b ps-4">
      <h2 className="font-semibold">{tools.t('own.lost', { n: count })}</h2>
      {repairs.map(repair => (
        <RepairGroup
          key={repair.kind}
          repair={repair}
          tools={tools}
          onChoose={choice => onRead(repaired(reading, choice))}
        />
      ))}
      {others.length > 0 && <ProblemList problems={others} unlisted={{ ...NONE_UNLISTED, record: unlisted }} />}
    </section>
  );
}

interface GroupProps {
  repair: Repair;
  tools: DateTools;
  onChoose: (choice: RepairChoice) => void;
}

function RepairGroup({ repair, tools, onChoose }: GroupProps) {
  const { t } = tools;
  const { kind, count, rows, choices } = repair;
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? rows : rows.slice(0, FIRST);
  return (
    <div className="grid gap-1">
      <h3 className="font-semibold">{t(`own.repair.${kind}`, { n: count })}</h3>
      <ul className="max-h-80 overflow-y-auto">
        {shown.map(({ row, text }) => (
          <li key={row} className="grid grid-cols-[5rem_minmax(0,1fr)] gap-x-2 py-0.5 text-ink-2">
            <span>{t('own.row', { row })}</span>
            <span className="wrap-anywhere">{text === '' ? t('own.repair.empty') : t('quoted', { text })}</span>
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-x-6 gap-y-1">
        {rows.length > shown.length && (
          <Button look="link" onClick={() => setWhole(true)}>
            {t('own.leftOut.all', { n: rows.length })}
          </Button>
        )}
        {choices.map(choice => {
          const text = choiceText(tools, choice, count);
          return (
            <Button key={text} look="link" onClick={() => onChoose(choice)}>
              {text}
            </Button>
          );
        })}
      </div>
      {isWhole && count > rows.length && <p>{t('notice.more', { n: count - rows.length })}</p>}
    </div>
  );
}

function rowOf({ path }: Problem): number {
  return Number(/^row (\d+)/.exec(path)?.[1]);
}

function choiceText({ t, date }: DateTools, choice: RepairChoice, n: number): string {
  if ('leaveOut' in choice) return t('own.repair.leaveOut', { n });
  if ('undated' in choice) return t('own.repair.undated', { n });
  const example = choice.example === undefined ? '' : date(choice.example);
  if ('dateOrder' in choice) return t(`own.repair.${choice.dateOrder}`, { example });
  return t('own.repair.years', { first: String(choice.shortYears), last: String(choice.shortYears + 99), example });
}
