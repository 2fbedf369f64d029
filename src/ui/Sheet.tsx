import { type ReactNode, useLayoutEffect, useRef } from 'react';

interface Props {
  labelledBy: string;
  onClose: () => void;
  /** `bottom`: rises over the page on a phone. `end`: a full-height panel at the end of the line. `centre`: a card. */
  from: 'bottom' | 'end' | 'centre';
  children: ReactNode;
}

const PLACES = {
  bottom: 'mt-6 h-[calc(100dvh-1.5rem)] max-h-none w-full max-w-none rounded-t-xl',
  end: 'ms-auto h-dvh max-h-none w-full max-w-md sm:border-s sm:border-rule',
  centre: 'm-auto w-[min(36rem,calc(100vw-2rem))] rounded-sm border border-rule',
} as const;

/** A native modal dialog: the rest of the page is inert, Escape and a click beside it close it, focus returns. */
export function Sheet({ labelledBy, onClose, from, children }: Props) {
  const ref = useRef<HTMLDialogElement>(null);
  // A layout effect, because only a dialog that is closed while it still stands in the page gives the focus back.
  useLayoutEffect(() => {
    const dialog = ref.current;
    dialog?.showModal();
    // Reading starts at the title, not at the button that closes it.
    dialog?.querySelector('h2')?.focus();
    return () => dialog?.close();
  }, []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a native dialog; the click is only the backdrop's
    <dialog
      ref={ref}
      aria-labelledby={labelledBy}
      className={`bg-paper text-ink ${PLACES[from]}`}
      onCancel={event => {
        event.preventDefault();
        onClose();
      }}
      onClick={event => {
        if (event.target === event.currentTarget) onClose();
      }}
    >
      {children}
    </dialog>
  );
}
