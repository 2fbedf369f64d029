import type { ComponentType, ReactNode } from 'react';
import type { Mention } from '../i18n/headline';
import type { LazyModule } from '../lib/lazy-module';
import type { ActivityRow } from '../model/answer';
import type { TimeAxis } from '../model/time-axis';
import type { Panel, View } from '../model/view';
import type { PanelState, Replies, Wants } from '../model/wants';

/** The replies to what the page and the panel want. Counts and density are always there, the others while they are wanted. */
export type PanelReplies = Partial<Replies> & Pick<Replies, 'counts' | 'density'>;

/** Asks for more of what is long. How much is there is no part of a link. */
export interface Paging {
  /** The same for as long as the rows are of the same selection in the same order. */
  rowsKey: string;
  showFrom: (start: number) => void;
  showMoreRows: () => void;
  moreLines: PanelState['moreLines'];
  showMoreLines: (more: PanelState['moreLines']) => void;
}

/** What every panel is given. It takes the open dataset and the navigation from context. */
export interface PanelProps {
  view: View;
  replies: PanelReplies;
  opened: ActivityRow | null;
  /** Null where no activity has a day. */
  axis: TimeAxis | null;
  paging: Paging;
  /** The boxes that say the window in words; nothing where the panel stands in for another. */
  children?: ReactNode;
}

/** All that the page knows of a panel. Its name and what is said while its code comes are messages: `panel.ID`, `ID.loading`. */
export interface PanelEntry<Id extends string = Panel> {
  id: Id;
  code: LazyModule<ComponentType<PanelProps>>;
  /** What the panel asks the engine for, besides what the page does. */
  wants: (view: View, state: PanelState) => Wants;
  /** It opens where a narrow screen's link names no panel. On a wide screen that is the first panel. */
  opensOnNarrow?: true;
  /**
   * While the window of a large dataset is dragged, what a panel wants waits for the end of the gesture. `isLive`: it asks for
   * each frame nevertheless. `waits`: it shows nothing else, so it stays as it is until then.
   */
  isLive?: true;
  waits?: true;
  /** The panel that is shown until the code is here, and where it doesn't come. */
  standIn?: Panel;
  /** Whether there is anything to show; otherwise the code is not needed. */
  hasContent?: (props: Pick<PanelProps, 'replies' | 'axis'>) => boolean;
  /** Adds what the panel shows to the words that count the activities of the selection. */
  mention?: Mention;
}
