import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Icon } from './icons';

interface Props {
  label: string;
  /** `over`: opens over what follows, and closes when one turns elsewhere. `inline`: makes room for itself. */
  place: 'over' | 'inline';
  /** The class of the width of what opens over the page. */
  width?: string;
  /** What is disclosed; made only while it is open. */
  children: (close: () => void) => ReactNode;
}

/** A button that discloses what stands behind it. Escape closes it, and the focus goes back to the button. */
export function Disclosure({ label, place, width = 'w-88', children }: Props) {
  const ref = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const isFloating = isOpen && place === 'over';
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  useEffect(() => {
    if (!isOpen) return;
    const closeOutside = ({ target }: Event) => {
      if (place === 'over' && target instanceof Node && !ref.current?.contains(target)) setOpen(false);
    };
    const closeByKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || (place === 'inline' && !ref.current?.contains(document.activeElement))) return;
      // It closes this, and nothing else that Escape would close.
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
  }, [isOpen, place]);
  return (
    <div ref={ref} className="relative">
      <button
        ref={button}
        type="button"
        aria-expanded={isOpen}
        className="flex min-h-6 items-center gap-1 rounded-sm hover:text-ink pointer-coarse:min-h-11"
        onClick={() => setOpen(!isOpen)}
      >
        {label}
        <Icon name="down" className={`size-3.5! ${isOpen ? 'rotate-180' : ''}`} />
      </button>
      {isOpen && (
        <div
          className={
            isFloating
              ? `absolute end-0 top-full z-20 mt-1 max-w-[calc(100vw-2.5rem)] rounded-sm border border-edge bg-paper p-2 ${width}`
              : 'pt-1 pb-2'
          }
        >
          {children(close)}
        </div>
      )}
    </div>
  );
}
