import type { PrivateGroup, PrivateItemSet } from './private-parts';

const PARTS = ['label', 'foreground', 'background'] as const;

/**
 * Sets the heights of lanes before vis-timeline reads them from the labels. Otherwise vis-timeline would draw
 * everything three times: to read the heights, to apply them, and to check that nothing changes any more.
 */
export class LaneHeights {
  /** Heights by lane id in vis-timeline: the requested one (`wished`), and the label's if it is larger (`words`). */
  private readonly known = new Map<string, { wished: number; words: number }>();

  constructor(private readonly itemSet: PrivateItemSet) {}

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
      lane.dom.foreground.style.setProperty('--lane-height', `${height}px`);
    }
    const total = [...wishes.keys()].reduce((sum, id) => sum + (groups[id]?.height ?? 0), 0);
    dom.frame.style.height = `${total}px`;
    props.height = total;
    props._previousHeight = total;
  }

  private wordsOf(id: string, { props }: PrivateGroup): number {
    const { wished, words } = this.known.get(id) ?? { wished: 0, words: 0 };
    const drawn = props.label.height;
    if (drawn > wished) return drawn;
    return words > wished ? 0 : words;
  }
}
