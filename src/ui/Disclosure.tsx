import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Icon } from './icons';
import { useEventCallback } from './use-event-callback';

interface Props {
  label: ReactNode;
  /** `over`: the content covers the page and closes after a click outside. `inline`: it pushes the page down. */
  layout: 'over' | 'inline';
  width?: string;
  /** The side of the button with which the overlay is aligned. */
  align?: 'start' | 'end';
  /** Whether the button has no arrow, for narrow places. On touch screens, its target extends upwards. */
  isPlain?: boolean;
  /** The open state and its setter, if the parent controls them. Otherwise the disclosure starts closed. */
  state?: readonly [isOpen: boolean, setOpen: (isOpen: boolean) => void];
  /** Called only while the disclosure is open. `close` closes the disclosure. */
  children: (close: () => void) => ReactNode;
}

/** A button that shows and hides content. Escape hides the content and returns the focus to the button. */
export function Disclosure({ label, layout, width = 'w-88', align = 'end', isPlain = false, state, children }: Props) {
  const ref = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const own = useState(false);
  const [isOpen, changeOpen] = state ?? own;
  const setOpen = useEventCallback(changeOpen);
  const isFloating = isOpen && layout === 'over';
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  useEffect(() => {
    if (!isOpen) return;
    const closeOutside = ({ target }: Event) => {
      if (layout === 'over' && target instanceof Node && !ref.current?.contains(target)) setOpen(false);
    };
    const closeByKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || (layout === 'inline' && !ref.current?.contains(document.activeElement))) return;
      // Escape closes only this disclosure, not a dialog around it.
      event.stopPropagation();
      event.preventDefault();
      setOpen(false);
      button.current?.focus();
    };
    document.addEventListener('pointerdown', closeOutside);
    document.addEventListener('focusin', closeOutside);
    document.addEventListener('keydown', closeByKey, { capture: true });
    return () => {
      document.removeEventListener('pointerdown', closeOutside);
      document.removeEventListener('focusin', closeOutside);
      document.removeEventListener('keydown', closeByKey, { capture: true });
    };
  }, [isOpen, layout, setOpen]);
  return (
    <div ref={ref} className="relative">
      <button
        ref={button}
        type="button"
        aria-expanded={isOpen}
        className={`flex min-h-6 items-center gap-1 rounded-sm hover:text-ink ${
          isPlain
            ? 'w-full hover:underline pointer-coarse:-mt-5 pointer-coarse:min-h-11 pointer-coarse:items-end pointer-coarse:pb-1'
            : 'pointer-coarse:min-h-11'
        }`}
        onClick={() => setOpen(!isOpen)}
      >
        {label}
        {!isPlain && <Icon name="down" className={`size-3.5! ${isOpen ? 'rotate-180' : ''}`} />}
      </button>
      {isOpen && (
        <div
          className={
            isFloating
              ? `absolute top-full ${align === 'end' ? 'end-0' : 'start-0'} z-20 mt-1 max-w-[calc(100vw-2.5rem)] rounded-sm border border-edge bg-paper p-2 ${width}`
              : 'pt-1 pb-2'
          }
        >
          {children(close)}
        </div>
      )}
    </div>
  );
}
