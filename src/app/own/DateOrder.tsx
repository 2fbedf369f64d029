import { useId } from 'react';
import { useDates } from '../../i18n/use-dates';
import type { OrderFacts, Reading } from '../../model/reading';

interface Props {
  order: OrderFacts;
  reading: Reading;
  onRead: (reading: Reading) => void;
}

const ORDERS = ['dmy', 'mdy'] as const;

/** Lets readers choose the order of day and month in a table's dates. Names the cell that decides the order, if any. */
export function DateOrder({ order, reading, onRead }: Props) {
  const { t, date } = useDates();
  const group = useId();
  const { cell, evidence } = order;
  return (
    <fieldset className={`border-s-3 ps-4 ${reading.dateOrder ? 'border-rule' : 'border-side-b'}`}>
      <legend className="float-start w-full font-semibold">{t('own.order')}</legend>
      <p className="max-w-prose">
        {evidence
          ? t('own.order.decided', { cell: evidence.cell, row: evidence.row })
          : t('own.order.open', { cell, dmy: date(order.dmy), mdy: date(order.mdy) })}
      </p>
      <div className="flex flex-wrap gap-x-6">
        {ORDERS.map(option => (
          <label key={option} className="target flex items-center gap-2">
            <input
              type="radio"
              name={group}
              className="accent-accent"
              checked={reading.dateOrder === option}
              onChange={() => onRead({ ...reading, dateOrder: option })}
            />
            {t(`own.order.${option}`, { cell, date: date(order[option]) })}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
