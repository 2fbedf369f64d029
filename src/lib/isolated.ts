const FIRST_STRONG_ISOLATE = '\u2068';
const POP = '\u2069';
/** Matches a complete isolate as `isolated` writes it. A complete isolate does not affect the text around it. */
const ISOLATE = /\u2068[^\u2066-\u2069\u202a-\u202e]*\u2069/g;
const CONTROLS = /[\u2066-\u2069\u202a-\u202e]/g;
const RIGHT_TO_LEFT = /[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
const SPECIAL = /[\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/**
 * Prepares a text for a left-to-right sentence. Wraps text with right-to-left letters in isolate characters, so that it
 * does not reorder the words around it. Other text is not wrapped, so that copied sentences contain no invisible
 * characters. Keeps direction controls in the text if all of them belong to complete isolates. Otherwise removes all of
 * them, because an unclosed control would affect the rest of the sentence.
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
