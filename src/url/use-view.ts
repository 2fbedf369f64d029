import { useCallback, useMemo, useState, useSyncExternalStore } from 'react';
import { reuseUnchanged } from '../lib/reuse-unchanged';
import { absoluteAddress } from '../model/address';
import type { HistoryStep, OnChange, View } from '../model/view';
import { type ParsedLink, parseView } from './parse';
import { type Refusal, refusalOf } from './refusal';
import { serializeView } from './serialize';

const CHANGED = 'chronofacet:link';

function subscribe(listener: () => void): () => void {
  window.addEventListener('popstate', listener);
  window.addEventListener(CHANGED, listener);
  return () => {
    window.removeEventListener('popstate', listener);
    window.removeEventListener(CHANGED, listener);
  };
}

/**
 * Writes a query string to the address and the history. Browsers limit how often they allow such writing. Beyond the
 * limit they throw an error, and the change is lost.
 */
function write(search: string, step: Exclude<HistoryStep, 'draft'>): void {
  if (search === window.location.search) return;
  const address = window.location.pathname + search + window.location.hash;
  try {
    if (step === 'push') window.history.pushState(null, '', address);
    else window.history.replaceState(null, '', address);
  } catch {
    return;
  }
  window.dispatchEvent(new Event(CHANGED));
}

/** The query string of the default view. Not empty if a deployment has another view at its plain address. */
let plainSearch = '';

/** Shows the view of `search` at addresses without a query string. Deployments set their start view this way. */
export function openByDefault(search: string): void {
  if (search === '') return;
  plainSearch = '?v=1';
  if (window.location.search === '') write(search.replace(/^\??/, '?'), 'replace');
}

function searchOf(view: View): string {
  return serializeView(view) || plainSearch;
}

let known = { search: '', link: parseView('') };

/** Returns the parsed link of the current address. Parts of the view that did not change remain the same objects. */
function present(): ParsedLink {
  const { search } = window.location;
  if (search !== known.search) {
    const { view, problems } = parseView(search);
    known = { search, link: { view: reuseUnchanged(known.link.view, view), problems } };
  }
  return known.link;
}

export interface LinkedView extends ParsedLink {
  /** The view without the change of an unfinished gesture, such as a drag. */
  settled: View;
  /** The only way to change the view. */
  onChange: OnChange;
  /** The refusal of the last change if its link would have been too long; otherwise null. */
  refusal: Refusal | null;
}

/** Returns the view of the address, with the draft of an unfinished gesture, and the problems of the link. */
export function useView(): LinkedView {
  const parsed = useSyncExternalStore(subscribe, present);
  const [draft, setDraft] = useState<Partial<View> | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const view = useMemo(() => (draft ? { ...parsed.view, ...draft } : parsed.view), [parsed, draft]);
  const onChange = useCallback<OnChange>((patch, step = 'push') => {
    if (step === 'draft') {
      setDraft(patch);
      return;
    }
    setDraft(null);
    const { view: before } = present();
    const refused = refusalOf(before, patch);
    setRefusal(refused);
    if (!refused) write(searchOf({ ...before, ...patch }), step);
  }, []);
  return { view, settled: parsed.view, problems: parsed.problems, onChange, refusal };
}

/** The explorer that copied links open (`address`), and its `data`. Null if copied links open this page. */
let linked: { address: string | null; data: string | null } | null = null;

/** Sets the explorer that copied links open. Null means this page. */
export function linksLeadTo(explorer: typeof linked): void {
  linked = explorer;
}

/** Returns the full address of a view, for readers to copy. */
export function linkOf(view: View): string {
  const address = linked?.address ?? window.location.href.replace(/[?#].*/, '');
  return address + searchOf(linked ? { ...view, data: view.data ?? linked.data } : view);
}

export function besidePage(file: string): string {
  return new URL(file, document.baseURI).href;
}

/** Returns the absolute address of a view's dataset, `shipped` by default. Null if the address is invalid. */
export function dataAddress(view: Pick<View, 'data'>, shipped: string): string | null {
  return absoluteAddress(view.data ?? shipped, document.baseURI);
}

/** Returns the address of a view on this page, for the `href` of links. */
export function hrefOf(view: View): string {
  return window.location.pathname + searchOf(view);
}
