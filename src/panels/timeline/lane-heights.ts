const PARTS = ['label', 'foreground', 'background'] as const;

/** A lane as vis-timeline has it: what it last read of its label, and the elements that it makes as high. */
interface VisLane {
  height: number;
  props: { label: { height: number } };
  dom: Record<(typeof PARTS)[number], HTMLElement>;
}

interface ItemSet {
  groups: Readonly<Record<string, VisLane>>;
  dom: { frame: HTMLElement };
  props: { height: number; _previousHeight: number };
}

/**
 * Makes lanes as high as vis-timeline is about to find that their labels are: it would draw the whole timeline once to see
 * it, a second time so that the lanes follow, and a third time to see that nothing changes any more.
 */
export class LaneHeights {
  /** How high a lane was to be, and how high its label's words are where they need more. */
  private readonly known = new Map<string, { wished: number; words: number }>();
  private readonly itemSet: ItemSet;

  constructor(vis: object) {
    this.itemSet = (vis as { itemSet: ItemSet }).itemSet;
  }

  set(wishes: ReadonlyMap<string, number>): void {
    const { groups, dom, props } = this.itemSet;
    for (const [id, wished] of wishes) {
      const lane = groups[id];
      if (!lane) continue;
      const words = this.wordsOf(id, lane);
      this.known.set(id, { wished, words });
      const height = Math.max(wished, words);
      lane.height = height;
      lane.props.label.height = height;
      for (const part of PARTS) lane.dom[part].style.height = `${height}px`;
    }
    const total = [...wishes.keys()].reduce((sum, id) => sum + (groups[id]?.height ?? 0), 0);
    dom.frame.style.height = `${total}px`;
    props.height = total;
    props._previousHeight = total;
  }

  private wordsOf(id: string, { props }: VisLane): number {
    const { wished, words } = this.known.get(id) ?? { wished: 0, words: 0 };
    const drawn = props.label.height;
    if (drawn > wished) return drawn;
    return words > wished ? 0 : words;
  }
}
