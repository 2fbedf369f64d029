import { getOwn } from '../lib/get-own';
import type { ActivityRow } from '../model/answer';
import { type Facet, NONE } from '../model/dataset';
import { facetTree } from '../model/facet-tree';
import { descendantsOf } from '../model/tree-walks';

/** Milliseconds that the pointer must rest on a value, so that a crossing pointer starts no preview. */
const REST_MS = 90;

export interface Previewed {
  rows: readonly ActivityRow[];
  facets: readonly Facet[];
}

/**
 * Highlights the activities of the value under the pointer or with the keyboard focus. Values have the attribute
 * `data-previews="FACET VALUE"`, and elements of activities have `data-activity`. Changes only the DOM, so that React
 * renders nothing. Returns a function that removes the listeners.
 */
export function previewIn(element: HTMLElement, known: () => Previewed): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let shown: string | null = null;
  const show = (wanted: string | null) => {
    if (wanted === shown) return;
    shown = wanted;
    markPreviewed(element, wanted === null ? null : previewedBy(wanted, known()));
  };
  const handle = (event: Event) => {
    const { target, type } = event;
    // A click focuses a value, too. `:focus-visible` excludes a focus by click.
    const isMeant = target instanceof Element && (type === 'pointerover' || target.matches(':focus-visible'));
    const wanted = (isMeant && target.closest('[data-previews]')?.getAttribute('data-previews')) || null;
    clearTimeout(timer);
    timer = setTimeout(() => show(wanted), wanted === null ? 0 : REST_MS);
  };
  const leave = () => {
    clearTimeout(timer);
    show(null);
  };
  element.addEventListener('pointerover', handle);
  element.addEventListener('focusin', handle);
  element.addEventListener('pointerleave', leave);
  element.addEventListener('focusout', handle);
  return () => {
    clearTimeout(timer);
    element.removeEventListener('pointerover', handle);
    element.removeEventListener('focusin', handle);
    element.removeEventListener('pointerleave', leave);
    element.removeEventListener('focusout', handle);
  };
}

/** Returns the ids of the activities with the value `wanted` ("FACET VALUE") or with a value below it. */
function previewedBy(wanted: string, { rows, facets }: Previewed): ReadonlySet<string> {
  const [facetId = '', value = ''] = wanted.split(' ');
  const facet = facets.find(({ id }) => id === facetId);
  const below = new Set(facet && descendantsOf(facetTree(facet), value));
  const has = (tags: readonly string[]) => (value === NONE ? tags.length === 0 : tags.some(tag => below.has(tag)));
  return new Set(rows.filter(row => has(getOwn(row.tags, facetId) ?? [])).map(({ id }) => id));
}

function markPreviewed(root: HTMLElement, activities: ReadonlySet<string> | null): void {
  root.toggleAttribute('data-previewing', activities !== null);
  for (const element of root.querySelectorAll<HTMLElement>('[data-activity]')) {
    const standsFor = element.dataset.standsFor || element.dataset.activity || '';
    element.toggleAttribute(
      'data-previewed',
      standsFor.split(' ').some(id => activities?.has(id)),
    );
  }
}
