import type { ComponentType, ReactNode } from 'react';
import type { Mention } from '../i18n/headline';
import type { LazyModule } from '../lib/lazy-module';
import type { ActivityRow } from '../model/answer';
import type { TimeAxis } from '../model/time-axis';
import type { Panel, View } from '../model/view';
import type { PanelState, Replies, Wants } from '../model/wants';

/** Counts and density are always present, the other replies only if the page or the panel asked for them. */
export type PanelReplies = Partial<Replies> & Pick<Replies, 'counts' | 'density'>;

/** Lets a panel ask for more rows or more lines of the matrix. Their numbers are not part of links. */
export interface Paging {
  /** Changes when the selection or the order of the rows changes. */
  rowsKey: string;
  showFrom: (start: number) => void;
  showMoreRows: () => void;
  moreLines: PanelState['moreLines'];
  showMoreLines: (more: PanelState['moreLines']) => void;
}

/** The properties of every panel. Panels take the open dataset and the navigation from context. */
export interface PanelProps {
  view: View;
  replies: PanelReplies;
  opened: ActivityRow | null;
  /** True if the reader followed a link to the opened activity and the view names no window. */
  isSubject: boolean;
  /** Null if no activity has a date. */
  axis: TimeAxis | null;
  paging: Paging;
  /** Called after each drawing, with the drawn marks if a list has room below the panel, otherwise with null. */
  onRoom: (marks: Replies['marks'] | null) => void;
  /** The text boxes for the window. Undefined while the panel is a stand-in for another panel. */
  children?: ReactNode;
}

/** Describes a panel to the page. Its name and loading text are the messages `panel.ID` and `ID.loading`. */
export interface PanelEntry<Id extends string = Panel> {
  id: Id;
  code: LazyModule<ComponentType<PanelProps>>;
  /** Returns the panel's own wants. The page adds the wants that it needs for every panel. */
  wants: (view: View, state: PanelState) => Wants;
  /** Set for the panel that opens by default on narrow screens. On wide screens the first panel opens by default. */
  opensOnNarrow?: true;
  /**
   * `isLive` and `waits` apply while the reader drags the window of a large dataset. By default, the page asks for a
   * panel's replies only once the gesture ends. With `isLive`, the page asks in every frame. With `waits`, the panel is
   * also not rendered again until the gesture ends.
   */
  isLive?: true;
  waits?: true;
  /** Set for a panel that calls `onRoom`. If there is room on a wide screen, a list follows below the panel. */
  leavesRoom?: true;
  /** The panel shown in this panel's place while its code loads, if loading fails, and if no activity has a date. */
  standIn?: Panel;
  /** Whether the panel has anything to show. If not, its code is not loaded. Undefined means always. */
  hasContent?: (props: Pick<PanelProps, 'replies' | 'axis'>) => boolean;
  /** The entry that replaces this one on narrow screens, except while two selections are compared. */
  onNarrow?: PanelEntry<Id>;
  /** Adds a description of the panel's content to the headline, after the number of activities. */
  mention?: Mention;
}
