import type { ReactNode } from 'react';
import { useText } from '../../i18n/use-text';
import { SIDE_LOOKS } from './side-looks';

interface Props {
  side: 'a' | 'b';
  sentence: string;
  isTouched: boolean;
  /** Called when the reader uses something in the slot. */
  onTouch: () => void;
  children: ReactNode;
}

/** Shows one side of a comparison: its letter and colour, its view in words, its filters and its bars. */
export function Slot({ side, sentence, isTouched, onTouch, children }: Props) {
  const { t } = useText();
  const letter = t(`compare.${side}`);
  const { line, text } = SIDE_LOOKS[side];
  return (
    <fieldset
      aria-label={letter}
      className={`min-w-0 border-t-[3px] pt-2 ${line}`}
      onFocus={onTouch}
      onPointerDown={onTouch}
    >
      <div className="grid grid-cols-[1.25rem_minmax(0,1fr)] gap-x-2">
        <span aria-hidden="true" className={`pt-1 text-base font-semibold ${isTouched ? text : ''}`}>
          {letter}
        </span>
        <h2 className="font-serif text-xl font-medium text-balance proportional">{sentence}</h2>
        <div className="col-start-2 min-w-0">{children}</div>
      </div>
    </fieldset>
  );
}
