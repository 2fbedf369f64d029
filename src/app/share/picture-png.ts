/** The largest canvas, in pixels on each side and in total, in which every browser draws. */
const MAX_SIDE = 8192;
const MAX_PIXELS = 16_777_216;
/** The width and height of the PNG as multiples of those of the picture, unless the PNG would be too large. */
const SCALE = 2;

/**
 * Draws an SVG picture as PNG with twice its width and height, or less (`isReduced`) if that is too large for a canvas.
 * Rejects if the browser can't draw it.
 */
export async function pngOf(svg: string): Promise<{ file: Blob; isReduced: boolean }> {
  const size = /<svg [^>]*?width="(\d+)" height="(\d+)"/.exec(svg);
  const [width, height] = [Number(size?.[1]), Number(size?.[2])];
  const scale = pngScale(width, height);
  const canvas = document.createElement('canvas');
  canvas.width = Math.floor(width * scale);
  canvas.height = Math.floor(height * scale);
  const image = new Image();
  // Some browsers draw an SVG at the size that it states and then scale the result, so here it states the size of the
  // canvas.
  const scaled = svg.replace(
    `width="${width}" height="${height}"`,
    `width="${canvas.width}" height="${canvas.height}"`,
  );
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(scaled)}`;
  await image.decode();
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  const file = await new Promise<Blob | null>(resolve => canvas.toBlob(resolve, 'image/png'));
  if (file === null) throw new Error('The browser made no PNG of the canvas.');
  return { file, isReduced: scale < SCALE };
}

/** Returns the width and height of a PNG as multiples of those of a picture. */
export function pngScale(width: number, height: number): number {
  return Math.min(SCALE, MAX_SIDE / width, MAX_SIDE / height, Math.sqrt(MAX_PIXELS / (width * height)));
}
