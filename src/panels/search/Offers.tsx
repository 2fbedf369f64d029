import { type KeyboardEvent, type RefObject, useEffect, useImperativeHandle, useMemo, useRef, useState } from 'react';
import { useText } from '../../i18n/use-text';
import type { FacetCount } from '../../model/answer';
import { findValues, offerFor } from '../../model/value-search';
import { useSettled } from '../../ui/use-settled';
import { useOpenDataset } from '../open-dataset';
import { useValueIndex } from '../use-value-index';

const LIMIT = 8;

const NONE = -1;

/** `rest` is the typed text before the name of the picked value, and stays in the box. */
export interface PickedValue {
  facet: string;
  value: string;
  rest: string;
}

/** Handles a pressed key, and returns whether the list used it. */
export type OfferKeys = (event: KeyboardEvent) => boolean;

export interface OffersProps {
  typed: string;
  /** The id of the list. The ids of the options begin with it. */
  id: string;
  /** The list puts its key handler into this ref. The text box calls the handler first for each key. */
  keys: RefObject<OfferKeys | null>;
  /** Counts for the typed words without the name of the offered value. Undefined while the counts load. */
  counts: readonly FacetCount[] | undefined;
  /** Called with the typed words without the name of the offered value, or null if nothing is offered. */
  onAsk: (rest: string | null) => void;
  /** Called with the id of the active option, undefined if no option is active, null if no list is shown. */
  onActive: (id: string | null | undefined) => void;
  onPick: (picked: PickedValue) => void;
}

/** The list of a combobox, which offers the facet values whose names match the typed text. */
export function Offers({ typed, id, keys, counts, onAsk, onActive, onPick }: OffersProps) {
  const { t, words, number } = useText();
  const open = useOpenDataset();
  const index = useValueIndex(open.head);
  const [active, setActive] = useState({ typed, at: NONE });
  const list = useRef<HTMLDivElement>(null);
  const offer = useMemo(() => {
    if (index === null) return null;
    const inRecord = new Map(open.counts.map(count => [count.facet, count.counts]));
    const weightOf = ({ facet, position }: { facet: { id: string }; position: number }) =>
      inRecord.get(facet.id)?.[position] ?? 0;
    return offerFor(typed, text => findValues(index, text, { limit: LIMIT, weightOf }));
  }, [index, typed, open]);
  const found = offer?.found ?? [];
  const rest = offer?.rest ?? null;
  // Typing deactivates the active option, so that Enter searches for the text.
  const at = active.typed === typed ? Math.min(active.at, found.length - 1) : NONE;
  const activeId = at === NONE ? undefined : `${id}-${at}`;

  useEffect(() => onAsk(rest), [rest, onAsk]);
  useEffect(() => () => onAsk(null), [onAsk]);
  useEffect(() => onActive(rest === null ? null : activeId), [rest, activeId, onActive]);
  useEffect(() => () => onActive(null), [onActive]);
  useEffect(() => {
    if (at !== NONE) list.current?.children[at]?.scrollIntoView({ block: 'nearest' });
  }, [at]);

  const pick = (position: number): boolean => {
    const picked = found[position];
    if (!picked || rest === null) return false;
    onPick({ facet: picked.facet.id, value: picked.value.id, rest });
    return true;
  };
  const move = (by: number) => {
    // The arrow keys cycle through the options and the text box, which comes between the last option and the first.
    const places = found.length + 1;
    setActive({ typed, at: ((at + 1 + by + places) % places) - 1 });
    return found.length > 0;
  };
  useImperativeHandle(keys, () => ({ key }) => {
    if (key === 'ArrowDown') return move(1);
    if (key === 'ArrowUp') return move(-1);
    return key === 'Enter' && pick(at);
  });

  const aloud = useSettled(found.length > 0 ? t('search.offers', { n: found.length }) : '');
  return (
    <>
      <p aria-live="polite" className="sr-only">
        {aloud}
      </p>
      {found.length > 0 && (
        <div
          ref={list}
          id={id}
          role="listbox"
          aria-label={t('search.offersLabel')}
          className="absolute start-0 top-full z-20 mt-0.5 max-h-[60dvh] w-max min-w-full max-w-[min(32rem,calc(100vw-2.5rem))] overflow-y-auto border border-edge bg-raised py-1"
        >
          {found.map(({ facet, value, position, name }, i) => {
            const count = counts?.find(one => one.facet === facet.id)?.counts[position];
            const label = words(value.label);
            const short = value.short === undefined ? null : words(value.short);
            const isShort = name === short;
            const shown = isShort ? short : label;
            const other = name === label ? null : isShort ? label : name;
            const amount = count === undefined ? null : number(count);
            const facetName = words(facet.label);
            const heard = [t('search.offer', { name: facetName, value: shown }), amount, other];
            return (
              <button
                type="button"
                tabIndex={-1}
                key={`${facet.id} ${value.id}`}
                id={`${id}-${i}`}
                role="option"
                aria-selected={i === at}
                aria-label={heard.filter(part => part !== null).join(', ')}
                className={`flex min-h-8 w-full items-center text-start gap-3 border-s-2 px-3 py-1 pointer-coarse:min-h-11 ${i === at ? 'border-accent bg-accent-ground' : 'border-transparent hover:bg-faint'}`}
                // Keeps the focus in the text box.
                onPointerDown={event => event.preventDefault()}
                onClick={() => pick(i)}
              >
                <span className="min-w-0">
                  <span className="text-ink-2">{t('chip.name', { name: facetName })} </span>
                  <bdi className="font-medium">{shown}</bdi>
                </span>
                {other !== null && (
                  <span className="min-w-0 truncate text-xs text-ink-2">
                    <bdi>{other}</bdi>
                  </span>
                )}
                <span className="ms-auto ps-2 text-end text-ink-2">{amount}</span>
              </button>
            );
          })}
        </div>
      )}
    </>
  );
}
