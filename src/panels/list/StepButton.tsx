import type { RefObject } from 'react';
import { useText } from '../../i18n/use-text';
import { Button } from '../../ui/Button';

interface Props {
  room: RefObject<HTMLElement | null>;
  to: 'first' | 'last';
  /** The number of rows that are not rendered on this side. */
  left: number;
}

/** Focuses the first or last rendered row, so that the list loads more. For keyboard and screen-reader users. */
export function StepButton({ room, to, left }: Props) {
  const { t } = useText();
  const step = () => {
    room.current?.querySelector<HTMLElement>(`li:${to}-child a[data-activity]`)?.focus();
  };
  return (
    <p className="sr-only focus-within:not-sr-only">
      <Button look="outline" onClick={step}>
        {t(to === 'first' ? 'list.before' : 'list.more', { n: left })}
      </Button>
    </p>
  );
}
