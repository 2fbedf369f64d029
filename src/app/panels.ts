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

/** All panels in the order of the switch. */
export const PANEL_ENTRIES: readonly PanelEntry[] = Object.values(ENTRIES);

/** What the page knows of a panel. */
export function entryOf(panel: Panel): PanelEntry {
  return ENTRIES[panel];
}

/** How the panel that a view names adds itself to the words that count its activities. */
export function mentionOf({ panel }: Pick<View, 'panel'>): PanelEntry['mention'] {
  return panel === null ? undefined : entryOf(panel).mention;
}

/** The panels there are, in the order of the switch: first the one that opens on this screen. */
export function panelsFor(isNarrow: boolean): readonly Panel[] {
  const opensFirst = (entry: PanelEntry) => isNarrow && entry.opensOnNarrow === true;
  const entries = [...PANEL_ENTRIES].sort((a, b) => Number(opensFirst(b)) - Number(opensFirst(a)));
  return entries.map(({ id }) => id);
}

/** The panel a view shows: the one it names, else the one that opens on this screen. */
export function panelOf({ panel }: Pick<View, 'panel'>, isNarrow: boolean): Panel {
  return panel ?? panelsFor(isNarrow)[0] ?? 'list';
}

/** What a link says for a panel: nothing where a wide screen opens it anyway. */
export function panelPatch(panel: Panel, isNarrow: boolean): Pick<View, 'panel'> {
  return { panel: !isNarrow && panel === panelsFor(false)[0] ? null : panel };
}
