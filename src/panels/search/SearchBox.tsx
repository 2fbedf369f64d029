import { useEffect, useId, useRef, useState } from 'react';
import { useText } from '../../i18n/use-text';
import { askedText, fitsLink } from '../../model/asked-text';
import { useNavigation } from '../../navigation/navigation';
import { Icon } from '../../ui/icons';
import { useShortcuts } from '../../ui/use-shortcut';

const TYPING_MS = 180;

interface Props {
  q: string;
  autoFocus?: boolean;
  /** Called for Escape in the empty box. In a filled box the browser clears the text instead. */
  onLeave?: () => void;
}

/** The classes of the note below the box. Where the header has one row, the note overlays the page. */
const NOTE =
  'text-ink-2 max-md:pt-1 md:absolute md:z-10 md:start-0 md:top-full md:mt-0.5 md:w-max md:max-w-[60vw] md:border md:border-edge md:bg-raised md:px-2';

/** The search box. It searches once typing pauses, or at once on Enter; a note says when the typed text is not searched for. */
export function SearchBox({ q, autoFocus, onLeave }: Props) {
  const { go } = useNavigation();
  const { t } = useText();
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(q);
  const [known, setKnown] = useState(q);
  if (known !== q) {
    setKnown(q);
    if (cleaned(typed) !== q) setTyped(q);
  }

  const noteId = useId();
  const text = cleaned(typed);
  /** The last text written to the link. It differs from the link's text if that change was refused. */
  const [asked, setAsked] = useState<string | null>(q);

  useEffect(() => {
    if (text === q || !fitsLink(text)) return;
    const timer = setTimeout(() => {
      go({ q: text }, 'replace');
      setAsked(text);
    }, TYPING_MS);
    return () => clearTimeout(timer);
  }, [text, q, go]);

  useEffect(() => {
    if (autoFocus) input.current?.focus();
  }, [autoFocus]);

  useShortcuts({ '/': () => input.current?.focus() });

  const isRefused = text !== q && (asked === text || !fitsLink(text));
  const asksNothing = text === q && q !== '' && askedText(q) === '';
  const note = (isRefused && t('search.tooLong')) || (asksNothing && t('search.asksNothing'));

  return (
    <search className="relative w-full max-w-70">
      <div className="flex items-center border-b border-edge focus-within:border-ink">
        <Icon name="search" className="text-ink-2" />
        <input
          ref={input}
          type="search"
          value={typed}
          aria-label={t('search.label')}
          placeholder={t('search.label')}
          aria-keyshortcuts="/"
          aria-describedby={note ? noteId : undefined}
          autoComplete="off"
          spellCheck={false}
          enterKeyHint="search"
          className="h-8 w-0 grow bg-transparent px-2 placeholder:text-ink-2 focus-visible:shadow-none focus-visible:outline-none pointer-coarse:h-11"
          onChange={({ target }) => {
            setTyped(target.value);
            if (cleaned(target.value) !== text) setAsked(null);
          }}
          onKeyDown={event => {
            if (event.key === 'Escape' && typed === '') onLeave?.();
            if (event.key !== 'Enter' || !fitsLink(text)) return;
            go({ q: text }, 'replace');
            setAsked(text);
          }}
        />
        <span
          aria-hidden="true"
          className="rounded-sm border border-rule px-1.5 font-sans text-xs text-ink-2 pointer-coarse:hidden"
        >
          /
        </span>
      </div>
      <div id={noteId} aria-live="polite" className={note ? NOTE : 'sr-only'}>
        {isRefused ? <p role="alert">{note}</p> : <p>{note}</p>}
      </div>
    </search>
  );
}

function cleaned(text: string): string {
  return text.toWellFormed().replace(/\s+/g, ' ').trim();
}
