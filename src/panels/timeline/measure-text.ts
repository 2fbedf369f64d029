/** Beyond this many texts the known widths are forgotten, so that a long session does not grow without end. */
const MAX_WIDTHS = 5000;

const widths = new Map<string, number>();
let context: CanvasRenderingContext2D | null = null;

/** How text is set, as computed styles say it. */
export interface TextStyle {
  fontFamily: string;
  letterSpacing: string;
  wordSpacing: string;
}

/** The width of a text in pixels, in a style and its `weight size`; each is measured once. */
export function textWidth(text: string, size: string, { fontFamily, letterSpacing, wordSpacing }: TextStyle): number {
  const font = `${size} ${fontFamily}`;
  const key = `${font} ${letterSpacing} ${wordSpacing} ${text}`;
  const known = widths.get(key);
  if (known !== undefined) return known;
  context ??= document.createElement('canvas').getContext('2d');
  if (!context) return text.length * 6.5;
  context.font = font;
  // Not every browser's canvas knows of spacing.
  const letters = [...text].length * (Number.parseFloat(letterSpacing) || 0);
  const words = (text.split(' ').length - 1) * (Number.parseFloat(wordSpacing) || 0);
  const width = Math.ceil(context.measureText(text).width + letters + words);
  if (widths.size >= MAX_WIDTHS) widths.clear();
  widths.set(key, width);
  return width;
}
