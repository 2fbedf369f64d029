import type { Panel, View } from '../model/view';
import { LIST } from '../panels/list/panel';
import { MAP } from '../panels/map/panel';
import { MATRIX } from '../panels/matrix/panel';
import type { PanelEntry } from '../panels/panel';
import { TABLE } from '../panels/table/panel';
import { TIMELINE } from '../panels/timeline/panel';

const ENTRIES: { readonly [P in Panel]: PanelEntry } = {
  timeline: TIMELINE,
  list: LIST,
  table: TABLE,
  matrix: MATRIX,
  map: MAP,
};

/** All panels in the order of the panel switch. */
export const PANEL_ENTRIES: readonly PanelEntry[] = Object.values(ENTRIES);

export function entryOf(panel: Panel): PanelEntry {
  return ENTRIES[panel];
}

/**
 * Returns the description of the panel that shows a view on this screen. `isDated` is whether any activity of the
 * dataset has a date. If none has, a panel with a time axis is replaced by its stand-in.
 */
export function entryFor(view: Pick<View, 'panel' | 'compare'>, isNarrow: boolean, isDated: boolean): PanelEntry {
  const entry = entryOf(panelOf(view, isNarrow));
  if (!isDated && entry.standIn) return entryOf(entry.standIn);
  return (isNarrow && view.compare === null && entry.onNarrow) || entry;
}

/** Returns the function by which the view's panel describes its content in the headline. Undefined if it has none. */
export function mentionOf({ panel }: Pick<View, 'panel'>): PanelEntry['mention'] {
  return panel === null ? undefined : entryOf(panel).mention;
}

/** Returns the panels in the order of the panel switch. The first panel is the default on this screen. */
export function panelsFor(isNarrow: boolean): readonly Panel[] {
  const opensFirst = (entry: PanelEntry) => isNarrow && entry.opensOnNarrow === true;
  const entries = [...PANEL_ENTRIES].sort((a, b) => Number(opensFirst(b)) - Number(opensFirst(a)));
  return entries.map(({ id }) => id);
}

/** Returns the panel that a view names, or this screen's default if the view names none. */
export function panelOf({ panel }: Pick<View, 'panel'>, isNarrow: boolean): Panel {
  return panel ?? panelsFor(isNarrow)[0] ?? 'list';
}

/** Returns the change of the view that opens a panel. On a wide screen, the default panel is written as null. */
export function panelPatch(panel: Panel, isNarrow: boolean): Pick<View, 'panel'> {
  return { panel: !isNarrow && panel === panelsFor(false)[0] ? null : panel };
}
