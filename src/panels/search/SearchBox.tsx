import { useEffect, useId, useRef, useState } from 'react';
import { lazyWithMessages } from '../../i18n/later-messages';
import { useText } from '../../i18n/use-text';
import { askedText, fitsLink } from '../../model/asked-text';
import { useNavigation } from '../../navigation/navigation';
import { IconButton } from '../../ui/Button';
import { Icon } from '../../ui/icons';
import { LazyPart } from '../../ui/LazyPart';
import { useShortcuts } from '../../ui/use-shortcut';
import type { OfferKeys, OffersProps, PickedValue } from './Offers';

const TYPING_MS = 180;

const offersCode = lazyWithMessages(() => import('./Offers'));

interface Props {
  q: string;
  autoFocus?: boolean;
  /** Called for Escape in the empty box. In a filled box Escape clears the text instead. */
  onLeave?: () => void;
  /** The properties of the list of offered values. Null if the dataset has no values. */
  offers: Pick<OffersProps, 'counts' | 'onAsk'> | null;
  /** Called when the reader picks an offered value. The box then keeps only the rest of the text. */
  onPick: (picked: PickedValue) => void;
}

/** The classes of the note below the box. Where the header has one row, the note overlays the page. */
const NOTE =
  'text-ink-2 max-md:pt-1 md:absolute md:z-10 md:start-0 md:top-full md:mt-0.5 md:w-max md:max-w-[60vw] md:border md:border-edge md:bg-raised md:px-2';

/**
 * The search box. The search starts once typing pauses, or at once on Enter. A note says if the typed text can't be
 * searched for. A list below the box offers values that match the text.
 *
 * The box always has the role `combobox`, because screen readers don't announce a change of the focused element's role.
 */
export function SearchBox({ q, autoFocus, onLeave, offers, onPick }: Props) {
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
  /** The last text that this box asked to put into the link. The link keeps another text if the change was refused. */
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

  const [isOffering, setOffering] = useState(false);
  /** The id of the active option, undefined if no option is active. Null if no list is shown. */
  const [active, setActive] = useState<string | null | undefined>(null);
  const listId = useId();
  const offerKeys = useRef<OfferKeys>(null);
  // Also checks `isOffering`, because `active` is cleared only after the list is gone and a second Escape can come
  // before.
  const hasList = isOffering && active !== null;
  const handleEscape = (): boolean => {
    if (hasList) setOffering(false);
    else if (typed !== '') setTyped('');
    else onLeave?.();
    return hasList || typed !== '';
  };

  const isRefused = text !== q && (asked === text || !fitsLink(text));
  const asksNothing = text === q && q !== '' && askedText(q) === '';
  const note = (isRefused && t('search.tooLong')) || (asksNothing && t('search.asksNothing'));

  return (
    <search className="relative w-full max-w-70">
      <div className="flex items-center border-b border-edge focus-within:border-ink">
        <Icon name="search" className="text-ink-2" />
        <input
          ref={input}
          type="text"
          inputMode="search"
          {...(offers
            ? {
                role: 'combobox',
                'aria-autocomplete': 'list',
                'aria-expanded': hasList,
                'aria-controls': hasList ? listId : undefined,
                'aria-activedescendant': active ?? undefined,
              }
            : { role: 'searchbox' })}
          value={typed}
          aria-label={t('search.label')}
          placeholder={t('search.label')}
          aria-keyshortcuts="/"
          aria-describedby={note ? noteId : undefined}
          autoComplete="off"
          spellCheck={false}
          enterKeyHint="search"
          className="h-8 w-0 grow bg-transparent px-2 placeholder:text-ink-2 focus-visible:shadow-none focus-visible:outline-none pointer-coarse:h-11"
          onFocus={offersCode.begin}
          onBlur={() => setOffering(false)}
          onChange={({ target }) => {
            setTyped(target.value);
            setOffering(true);
            if (cleaned(target.value) !== text) setAsked(null);
          }}
          onKeyDown={event => {
            if (event.nativeEvent.isComposing) return;
            if (offerKeys.current?.(event) || (event.key === 'Escape' && handleEscape())) event.preventDefault();
            else if (event.key === 'ArrowDown') setOffering(true);
            if (event.defaultPrevented || event.key !== 'Enter') return;
            setOffering(false);
            if (!fitsLink(text)) return;
            go({ q: text }, 'replace');
            setAsked(text);
          }}
        />
        {typed === '' ? (
          <span
            aria-hidden="true"
            className="rounded-sm border border-rule px-1.5 font-sans text-xs text-ink-2 pointer-coarse:hidden"
          >
            /
          </span>
        ) : (
          // The button is no Tab stop, because Escape clears the text by keyboard.
          <IconButton
            icon="close"
            label={t('search.clear')}
            tabIndex={-1}
            onClick={() => {
              setTyped('');
              input.current?.focus();
            }}
          />
        )}
      </div>
      {offers && isOffering && text !== '' && (
        <LazyPart code={offersCode}>
          {({ Offers }) => (
            <Offers
              {...offers}
              typed={text}
              id={listId}
              keys={offerKeys}
              onActive={setActive}
              onPick={picked => {
                setOffering(false);
                setTyped(picked.rest);
                onPick(picked);
              }}
            />
          )}
        </LazyPart>
      )}
      <div id={noteId} aria-live="polite" className={note ? NOTE : 'sr-only'}>
        {isRefused ? <p role="alert">{note}</p> : <p>{note}</p>}
      </div>
    </search>
  );
}

function cleaned(text: string): string {
  return text.toWellFormed().replace(/\s+/g, ' ').trim();
}
