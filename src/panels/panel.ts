import type { ComponentType, ReactNode } from 'react';
import type { Mention } from '../i18n/headline';
import type { LazyModule } from '../lib/lazy-module';
import type { ActivityRow } from '../model/answer';
import type { TimeAxis } from '../model/time-axis';
import type { Panel, View } from '../model/view';
import type { PanelState, Replies, Wants } from '../model/wants';

/** The replies that page and panel asked for. Counts and density are always present, the others only when asked for. */
export type PanelReplies = Partial<Replies> & Pick<Replies, 'counts' | 'density'>;

/** Asks for more rows and lines. How many are shown is not part of a link. */
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
  /** Null when no activity has a date. */
  axis: TimeAxis | null;
  paging: Paging;
  /** The date boxes of the window; omitted when the panel is a stand-in. */
  children?: ReactNode;
}

/** Describes a panel to the page. Its name and loading text are the messages `panel.ID` and `ID.loading`. */
export interface PanelEntry<Id extends string = Panel> {
  id: Id;
  code: LazyModule<ComponentType<PanelProps>>;
  /** Returns the replies that the panel needs in addition to the page's. */
  wants: (view: View, state: PanelState) => Wants;
  /** The default panel on narrow screens, for links that name none. On wide screens the first panel is the default. */
  opensOnNarrow?: true;
  /**
   * While the window of a large dataset is dragged, a panel's replies are not asked for until the gesture ends. With `isLive`
   * they are asked for in each frame; with `waits` the panel is not rendered again until then.
   */
  isLive?: true;
  waits?: true;
  /** The panel that is shown while the code loads, and if loading fails. */
  standIn?: Panel;
  /** Whether there is anything to show; if not, the code is not loaded. */
  hasContent?: (props: Pick<PanelProps, 'replies' | 'axis'>) => boolean;
  /** Extends the sentence that counts the selection's activities by what the panel shows. */
  mention?: Mention;
}
