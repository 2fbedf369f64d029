import { useState } from 'react';
import { useText } from '../../i18n/use-text';
import { type LeftOut, type Reading, withRowTurned } from '../../model/reading';
import { Button } from '../../ui/Button';

const FIRST = 10;

interface Props {
  leftOut: LeftOut;
  reading: Reading;
  onRead: (reading: Reading) => void;
}

/** Lists the rows that the engine proposes to leave out, with reasons. Readers can bring back rows below the header. */
export function LeftOutRows({ leftOut: { count, rows }, reading, onRead }: Props) {
  const { t } = useText();
  const [isWhole, setWhole] = useState(false);
  const unlisted = count - rows.filter(({ isKept }) => !isKept).length;
  const shown = isWhole ? rows : rows.slice(0, FIRST);
  return (
    <section className="border-s-3 border-rule ps-4">
      <h2 className="font-semibold">{t('own.leftOut', { n: count })}</h2>
      <ul className="my-1">
        {shown.map(({ row, text, reason, isKept }) => {
          const why = t(`own.leftOut.${reason}`);
          return (
            <li key={row} className="py-1">
              {reason === 'aboveHeader' ? (
                <p className="wrap-anywhere">{t('own.leftOut.row', { row, text, why })}</p>
              ) : (
                <label className="target flex items-start gap-2">
                  <input
                    type="checkbox"
                    className="mt-0.5 size-4 shrink-0 accent-accent"
                    checked={!isKept}
                    onChange={() => onRead(withRowTurned(reading, row))}
                  />
                  <span className="wrap-anywhere">{t('own.leftOut.leave', { row, text, why })}</span>
                </label>
              )}
            </li>
          );
        })}
      </ul>
      {rows.length > shown.length && (
        <Button look="link" onClick={() => setWhole(true)}>
          {t('own.leftOut.all', { n: rows.length })}
        </Button>
      )}
      {isWhole && unlisted > 0 && <p>{t('notice.more', { n: unlisted })}</p>}
    </section>
  );
}
