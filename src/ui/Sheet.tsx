import { type ReactNode, useLayoutEffect, useRef } from 'react';

interface Props {
  labelledBy: string;
  onClose: () => void;
  /** `bottom`: rises from the bottom on a phone. `end`: a full-height panel at the inline end. `centre`: a card. */
  from: 'bottom' | 'end' | 'centre';
  children: ReactNode;
}

const POSITION_CLASSES = {
  bottom: 'mt-6 h-[calc(100dvh-1.5rem)] max-h-none w-full max-w-none rounded-t-xl',
  end: 'ms-auto h-dvh max-h-none w-full max-w-md sm:border-s sm:border-rule',
  centre: 'm-auto w-[min(36rem,calc(100vw-2rem))] rounded-sm border border-rule',
} as const;

/**
 * A native modal dialog: the rest of the page is inert, Escape and a click outside close it, and the focus returns
 * afterwards.
 */
export function Sheet({ labelledBy, onClose, from, children }: Props) {
  const ref = useRef<HTMLDialogElement>(null);
  // Must be a layout effect: the dialog returns the focus only if it is closed while still in the document.
  useLayoutEffect(() => {
    const dialog = ref.current;
    dialog?.showModal();
    // The focus starts at the title instead of the close button.
    dialog?.querySelector('h2')?.focus();
    return () => dialog?.close();
  }, []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the click closes the dialog on its backdrop; Escape does so by keyboard
    <dialog
      ref={ref}
      aria-labelledby={labelledBy}
      className={`bg-paper text-ink ${POSITION_CLASSES[from]}`}
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
