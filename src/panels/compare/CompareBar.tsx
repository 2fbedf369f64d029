import { useText } from '../../i18n/use-text';
import type { Replies } from '../../model/wants';
import { Button } from '../../ui/Button';

interface Props {
  /** The two selections as sentences. */
  sentences: readonly [string, string];
  total: number;
  compared: Pick<NonNullable<Replies['compared']>, 'total' | 'both'>;
  onSwap: () => void;
  onStop: () => void;
}

/** Describes both selections of a comparison, and counts the activities they share and those that only one has. */
export function CompareBar({ sentences, total, compared, onSwap, onStop }: Props) {
  const { t, number } = useText();
  const { both } = compared;
  return (
    <section aria-label={t('compare.label')} className="mt-3 mb-4 border-y border-rule py-2">
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-0.5">
        {(['a', 'b'] as const).map((side, i) => (
          <div key={side} className="contents">
            <dt className="font-semibold">{t(`compare.${side}`)}</dt>
            <dd className="font-serif text-base leading-6">{sentences[i]}</dd>
          </div>
        ))}
      </dl>
      <div className="mt-1 flex flex-wrap items-center gap-x-4 gap-y-1">
        <p className="text-ink-2">
          {t('compare.numbers', {
            both: number(both),
            onlyA: number(total - both),
            onlyB: number(compared.total - both),
          })}
        </p>
        <span className="no-print ms-auto flex gap-3">
          <Button look="link" onClick={onSwap}>
            {t('compare.swap')}
          </Button>
          <Button look="link" onClick={onStop}>
            {t('compare.stop')}
          </Button>
        </span>
      </div>
    </section>
  );
}
