const FIRST_STRONG_ISOLATE = '\u2068';
const POP = '\u2069';
/** An isolate that this module made: nothing within it reaches beyond it. */
const ISOLATE = /\u2068[^\u2066-\u2069\u202a-\u202e]*\u2069/g;
const CONTROLS = /[\u2066-\u2069\u202a-\u202e]/g;
const RIGHT_TO_LEFT = /[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
const SPECIAL = /[\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/**
 * A text as a part of a sentence in a left-to-right language. Where it has right-to-left letters, it is put between the
 * characters that keep its direction from reordering its neighbours; any other text is given back as it is, so that copied
 * sentences stay plain. Controls of direction within it are dropped unless they are such isolates, as one that is never closed
 * would reach beyond the text.
 */
export function isolated(text: string): string {
  if (!SPECIAL.test(text)) return text;
  const outside = withoutIsolates(text);
  const own = outside.search(CONTROLS) < 0 ? text : text.replace(CONTROLS, '');
  return RIGHT_TO_LEFT.test(own === text ? outside : own) ? FIRST_STRONG_ISOLATE + own + POP : own;
}

export function isRightToLeft(text: string): boolean {
  return RIGHT_TO_LEFT.test(text);
}

function withoutIsolates(text: string): string {
  const outside = text.replace(ISOLATE, '');
  return outside === text ? text : withoutIsolates(outside);
}
