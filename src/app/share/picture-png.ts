/** The largest canvas that all browsers can draw, in pixels on each side and in total. */
const MAX_SIDE = 8192;
const MAX_PIXELS = 16_777_216;
/** The factor by which a PNG is wider and higher than its SVG picture, unless the PNG would be too large. */
const SCALE = 2;

/** Draws an SVG picture as a PNG of twice its size, or of a smaller size (`isReduced`) if no canvas can be so large. */
export async function pngOf(svg: string): Promise<{ file: Blob; isReduced: boolean }> {
  const size = /<svg [^>]*?width="(\d+)" height="(\d+)"/.exec(svg);
  const [width, height] = [Number(size?.[1]), Number(size?.[2])];
  const scale = pngScale(width, height);
  const canvas = document.createElement('canvas');
  canvas.width = Math.floor(width * scale);
  canvas.height = Math.floor(height * scale);
  const image = new Image();
  // Some browsers draw an SVG at the size that it states and then scale the bitmap. So the SVG states the canvas's
  // size.
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

export function pngScale(width: number, height: number): number {
  return Math.min(SCALE, MAX_SIDE / width, MAX_SIDE / height, Math.sqrt(MAX_PIXELS / (width * height)));
}
