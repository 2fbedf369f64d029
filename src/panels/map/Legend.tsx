import { useText } from '../../i18n/use-text';
import { LAND, SHADES, type Steps } from './shades';

/** What the shades mean, and what the outline does not. */
export function Legend({ steps, hasChosen }: { steps: Steps; hasChosen: boolean }) {
  const { t, number } = useText();
  const rangeOf = (i: number) => {
    const [first = 0, next] = steps.slice(i);
    if (next === undefined) return t('map.from', { n: number(first) });
    return next - 1 === first ? number(first) : t('map.range', { first: number(first), last: number(next - 1) });
  };
  const entries = [
    { shade: `${LAND} ring-1 ring-rule ring-inset`, label: number(0) },
    ...steps.map((first, i) => ({ shade: SHADES[i] ?? '', label: rangeOf(i), first })),
    ...(hasChosen ? [{ shade: 'text-accent', label: t('map.chosen') }] : []),
  ];
  return (
    <div className="mt-3 text-xs text-ink-2">
      <ul aria-label={t('map.legend')} className="flex flex-wrap gap-x-4 gap-y-1">
        <li aria-hidden="true">{t('list.label')}</li>
        {entries.map(({ shade, label }) => (
          <li key={label} className="flex items-center gap-1.5">
            <span aria-hidden="true" className={`forced-mark size-2.5 bg-current ${shade}`} />
            {label}
          </li>
        ))}
      </ul>
      <p className="mt-2 max-w-prose">{t('map.note')}</p>
    </div>
  );
}
