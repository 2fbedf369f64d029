import { useEffect, useId, useRef, useState } from 'react';
import { useText } from '../../i18n/use-text';
import { askedText } from '../../model/asked-text';
import type { OnChange } from '../../model/view';
import { Icon } from '../../ui/icons';
import { useShortcuts } from '../../ui/use-shortcut';

const TYPING_MS = 180;

/** Search as one types: the link follows when the typing rests, at once on Enter. Says when what is typed does not count. */
export function SearchBox({ q, onChange, autoFocus }: { q: string; onChange: OnChange; autoFocus?: boolean }) {
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
  /** What was last asked for; it is not the link's text where that was refused. */
  const [asked, setAsked] = useState<string | null>(q);

  useEffect(() => {
    if (text === q) return;
    const timer = setTimeout(() => {
      onChange({ q: text }, 'replace');
      setAsked(text);
    }, TYPING_MS);
    return () => clearTimeout(timer);
  }, [text, q, onChange]);

  useEffect(() => {
    if (autoFocus) input.current?.focus();
  }, [autoFocus]);

  useShortcuts({ '/': () => input.current?.focus() });

  const note =
    text !== q ? asked === text && t('search.notDone') : q !== '' && askedText(q) === '' && t('search.asksNothing');

  return (
    <search className="relative flex w-full max-w-70 items-center border-b border-edge focus-within:border-ink max-md:flex-wrap">
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
          if (event.key !== 'Enter') return;
          onChange({ q: text }, 'replace');
          setAsked(text);
        }}
      />
      <span
        aria-hidden="true"
        className="rounded-sm border border-rule px-1.5 font-sans text-xs text-ink-2 pointer-coarse:hidden"
      >
        /
      </span>
      <p
        id={noteId}
        aria-live="polite"
        className={
          note
            ? 'text-ink-2 max-md:w-full max-md:py-1 md:absolute md:start-0 md:top-full md:mt-1 md:w-max md:max-w-100 md:border md:border-edge md:bg-raised md:px-3 md:py-1'
            : 'sr-only'
        }
      >
        {note}
      </p>
    </search>
  );
}

function cleaned(text: string): string {
  return text.toWellFormed().replace(/\s+/g, ' ').trim();
}
