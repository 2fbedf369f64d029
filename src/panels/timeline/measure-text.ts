/** The cache is emptied when full, so that it can't grow without limit. */
const MAX_WIDTHS = 5000;

const widths = new Map<string, number>();
let context: CanvasRenderingContext2D | null = null;

/** Values of computed CSS properties. */
export interface TextStyle {
  fontFamily: string;
  letterSpacing: string;
  wordSpacing: string;
}

/** Returns the width of a text in pixels. `size` is a font weight and size as in CSS: `600 12px`. */
export function textWidth(text: string, size: string, { fontFamily, letterSpacing, wordSpacing }: TextStyle): number {
  const font = `${size} ${fontFamily}`;
  const key = `${font} ${letterSpacing} ${wordSpacing} ${text}`;
  const known = widths.get(key);
  if (known !== undefined) return known;
  context ??= document.createElement('canvas').getContext('2d');
  if (!context) return text.length * 6.5;
  context.font = font;
  // In some browsers the canvas ignores the spacing of letters and words, so the spacing is added here.
  const letters = [...text].length * (Number.parseFloat(letterSpacing) || 0);
  const words = (text.split(' ').length - 1) * (Number.parseFloat(wordSpacing) || 0);
  const width = Math.ceil(context.measureText(text).width + letters + words);
  if (widths.size >= MAX_WIDTHS) widths.clear();
  widths.set(key, width);
  return width;
}
