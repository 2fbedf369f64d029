import { useText } from '../../i18n/use-text';
import { SIDE_LOOKS } from './side-looks';

/** Shows each side of a comparison in one line on phones. The lines stick to the top of the screen. */
export function SideLines({ sentences }: { sentences: readonly [string, string] }) {
  const { t } = useText();
  return (
    <div aria-hidden="true" className="no-print sticky top-14 z-20 order-2 border-b border-rule bg-paper px-5 py-1">
      {(['a', 'b'] as const).map((side, i) => (
        <p key={side} className={`my-1 flex gap-2 border-s-[3px] ps-2 font-serif text-base ${SIDE_LOOKS[side].line}`}>
          <span className={`font-sans font-semibold ${SIDE_LOOKS[side].text}`}>{t(`compare.${side}`)}</span>
          <span className="truncate">{sentences[i]}</span>
        </p>
      ))}
    </div>
  );
}
