import { type ReactNode, useLayoutEffect, useRef } from 'react';

interface Props {
  labelledBy: string;
  onClose: () => void;
  /**
   * The position of the dialog. `bottom`: rises from the bottom of a phone's screen. `end`: full height at the inline
   * end. `wideEnd`: the same, but wider. `centre`: a card in the middle. `top`: below the page's header at the inline
   * end, with a transparent backdrop.
   */
  from: 'bottom' | 'end' | 'wideEnd' | 'centre' | 'top';
  /** An element to keep readable. The dialog is placed below this element if there is enough height. */
  spares?: HTMLElement | null;
  children: ReactNode;
}

const POSITION_CLASSES = {
  bottom: 'mt-6 h-[calc(100dvh-1.5rem)] max-h-none w-full max-w-none rounded-t-xl',
  end: 'ms-auto h-dvh max-h-none w-full max-w-md sm:border-s sm:border-rule',
  top: 'ms-auto me-4 mt-13 w-[min(36rem,calc(100vw-2rem))] rounded-sm border border-edge backdrop:bg-transparent',
  wideEnd: 'ms-auto h-dvh max-h-none w-full max-w-none md:max-w-[39rem] md:border-s md:border-rule',
  centre: 'm-auto w-[min(36rem,calc(100vw-2rem))] rounded-sm border border-rule',
} as const;

/** A native modal dialog. Escape or a click outside closes it, and the focus returns to where it was before. */
export function Sheet({ labelledBy, onClose, from, spares = null, children }: Props) {
  const ref = useRef<HTMLDialogElement>(null);
  // A layout effect, because a dialog returns the focus only if it is closed before React removes it from the document.
  useLayoutEffect(() => {
    const dialog = ref.current;
    dialog?.showModal();
    if (dialog && spares) hangUnder(dialog, spares);
    dialog?.querySelector('h2')?.focus();
    return () => dialog?.close();
  }, [spares]);
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

/** In pixels: the distance to the element to keep readable, and the minimum height left below that element. */
const DISTANCE = 8;
const LEAST_HEIGHT = 320;

function hangUnder(dialog: HTMLElement, element: HTMLElement): void {
  const words = document.createRange();
  words.selectNodeContents(element);
  const spared = words.getBoundingClientRect();
  const own = dialog.getBoundingClientRect();
  const top = spared.bottom + DISTANCE;
  const isOver = spared.right > own.left && spared.left < own.right && top > own.top;
  if (!isOver || top + LEAST_HEIGHT > innerHeight) return;
  dialog.style.marginTop = `${top}px`;
  dialog.style.maxHeight = `calc(100dvh - ${top + DISTANCE}px)`;
}
