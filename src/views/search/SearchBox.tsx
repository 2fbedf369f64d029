import { useEffect, useRef, useState } from 'react';
import { useText } from '../../i18n/use-text';
import type { OnChange } from '../../model/view';
import { Icon } from '../../ui/icons';
import { useShortcuts } from '../../ui/use-shortcut';

const TYPING_MS = 180;

/** Search as one types: the link follows when the typing rests, at once on Enter. */
export function SearchBox({ q, onChange, autoFocus }: { q: string; onChange: OnChange; autoFocus?: boolean }) {
  const { t } = useText();
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(q);
  const [known, setKnown] = useState(q);
  if (known !== q) {
    setKnown(q);
    if (cleaned(typed) !== q) setTyped(q);
  }

  useEffect(() => {
    const text = cleaned(typed);
    if (text === q) return;
    const timer = setTimeout(() => onChange({ q: text }, 'replace'), TYPING_MS);
    return () => clearTimeout(timer);
  }, [typed, q, onChange]);

  useEffect(() => {
    if (autoFocus) input.current?.focus();
  }, [autoFocus]);

  useShortcuts({ '/': () => input.current?.focus() });

  return (
    <search className="relative flex w-full max-w-70 items-center border-b border-edge focus-within:border-ink">
      <Icon name="search" className="text-ink-2" />
      <input
        ref={input}
        type="search"
        value={typed}
        aria-label={t('search.label')}
        placeholder={t('search.label')}
        aria-keyshortcuts="/"
        autoComplete="off"
        spellCheck={false}
        enterKeyHint="search"
        className="h-8 w-full bg-transparent px-2 placeholder:text-ink-2 focus-visible:shadow-none focus-visible:outline-none pointer-coarse:h-11"
        onChange={event => setTyped(event.target.value)}
        onKeyDown={event => {
          if (event.key === 'Enter') onChange({ q: cleaned(typed) }, 'replace');
        }}
      />
      <span
        aria-hidden="true"
        className="rounded-sm border border-rule px-1.5 font-sans text-xs text-ink-2 pointer-coarse:hidden"
      >
        /
      </span>
    </search>
  );
}

function cleaned(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
