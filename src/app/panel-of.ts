import { PANELS, type Panel, type View } from '../model/view';

/** The panels there are, in the order of the switch. */
export function panelsFor(isNarrow: boolean): readonly Panel[] {
  return isNarrow ? ['list', 'timeline', 'table', 'matrix', 'map'] : PANELS;
}

/** The panel a view shows: the one it names, else the list on a phone and the timeline where there is room. */
export function panelOf({ panel }: Pick<View, 'panel'>, isNarrow: boolean): Panel {
  const panels = panelsFor(isNarrow);
  return panels.find(candidate => candidate === panel) ?? panels[0] ?? 'list';
}

/** What a link says for a panel: nothing where the panel is the one that opens anyway on every screen. */
export function panelPatch(panel: Panel, isNarrow: boolean): Pick<View, 'panel'> {
  return { panel: panel === 'timeline' && !isNarrow ? null : panel };
}
