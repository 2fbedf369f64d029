import type { LaneMark } from './lane-marks';

/** Marks may become a pile if their anchors are closer than this, in pixels. */
const PILE_REACH = 14;
/** In pixels, between the anchors of the first and last mark of a pile. Wider marks are not piled. */
const PILE_WIDTH = 36;
/** The minimum number of marks in a pile. Fewer marks have room for labels. */
const PILE_FROM = 4;
const PILE_HALF = 17;

/** Replaces marks that are close together by piles. The given marks must be in the order of their anchors. */
export function pileUp(marks: readonly LaneMark[]): LaneMark[] {
  const shapes: LaneMark[] = [];
  let group: LaneMark[] = [];
  const flush = () => {
    if (group.length >= PILE_FROM) shapes.push(pileOf(group));
    else shapes.push(...group);
    group = [];
  };
  for (const mark of marks) {
    const last = group.at(-1);
    const first = group[0];
    const joins = last && first && mark.anchor - last.anchor < PILE_REACH && mark.anchor - first.anchor < PILE_WIDTH;
    if (!joins || [mark, last].some(one => one.isOpened || one.right - one.left > PILE_WIDTH)) flush();
    group.push(mark);
  }
  flush();
  return shapes;
}

function pileOf(group: readonly LaneMark[]): LaneMark {
  const first = group[0] as LaneMark;
  const anchor = group.reduce((sum, mark) => sum + mark.anchor, 0) / group.length;
  return { ...first, anchor, left: anchor - PILE_HALF, right: anchor + PILE_HALF, labelWidth: 0, pile: group };
}
