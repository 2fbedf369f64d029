/** The maximum number of pixels on a side and in all that every browser draws in a canvas. */
const MAX_SIDE = 8192;
const MAX_PIXELS = 16_777_216;
/** Pixels of the PNG for each pixel of the picture. */
const SCALE = 2;

/**
 * Draws an SVG picture as PNG with two pixels for each of its own, or fewer (`isReduced`) where it would be too large for a
 * canvas. Rejects if the browser can't draw it.
 */
export async function pngOf(svg: string): Promise<{ file: Blob; isReduced: boolean }> {
  const size = /<svg [^>]*?width="(\d+)" height="(\d+)"/.exec(svg);
  const [width, height] = [Number(size?.[1]), Number(size?.[2])];
  const scale = pngScale(width, height);
  const canvas = document.createElement('canvas');
  canvas.width = Math.floor(width * scale);
  canvas.height = Math.floor(height * scale);
  const image = new Image();
  // Some browsers draw an SVG at its own size first, so that size is that of the canvas.
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

/** Returns the number of pixels of a PNG for each pixel of a picture. */
export function pngScale(width: number, height: number): number {
  return Math.min(SCALE, MAX_SIDE / width, MAX_SIDE / height, Math.sqrt(MAX_PIXELS / (width * height)));
}
