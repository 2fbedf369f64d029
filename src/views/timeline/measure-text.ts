/** Beyond this many texts the known widths are forgotten, so that a long session does not grow without end. */
const MAX_WIDTHS = 5000;

const widths = new Map<string, number>();
let context: CanvasRenderingContext2D | null = null;

/** The width of a text in pixels in a CSS font; each is measured once. */
export function textWidth(text: string, font: string): number {
  const key = `${font} ${text}`;
  const known = widths.get(key);
  if (known !== undefined) return known;
  context ??= document.createElement('canvas').getContext('2d');
  if (!context) return text.length * 6.5;
  context.font = font;
  const width = Math.ceil(context.measureText(text).width);
  if (widths.size >= MAX_WIDTHS) widths.clear();
  widths.set(key, width);
  return width;
}
