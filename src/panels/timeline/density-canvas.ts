import type { DrawnRange } from '../../layout/arrange';
import type { FedDensity } from '../../layout/feed';
import type { Day } from '../../lib/day';
import { axisPosition, type Folds } from '../../model/folding';

/** In pixels, from the top of the canvas. */
export interface LaneBand {
  id: string;
  top: number;
  height: number;
}

const BAR_HEIGHT = 22;

/** In pixels. Browsers draw nothing in a canvas that is wider or higher than about 16,000 pixels. */
const TILE_HEIGHT = 1000;

/** The maximum number of lanes in one painting. A painting is also a canvas, whose height browsers limit. */
const PAINTED_LANES = 128;

/** The histograms of some lanes, one pixel per bin. `rows` maps a lane to its row of `BAR_HEIGHT` pixels. */
interface Painting {
  canvas: HTMLCanvasElement;
  rows: ReadonlyMap<string, number>;
}

/**
 * The histograms behind the marks, one per lane. They are painted off screen only when the counts change. Each frame
 * only copies and stretches the visible part, so a frame costs little even with many activities.
 */
export class DensityCanvas {
  /** The element that contains the tiles, one below another. */
  readonly element = document.createElement('div');
  private readonly tiles: HTMLCanvasElement[] = [];
  private paintings: Painting[] = [];
  private edges: readonly Day[] = [];
  private fed: FedDensity | null = null;
  private colours = { fill: '', line: '', ground: '' };

  constructor() {
    this.element.className = 'density-canvas';
    this.element.setAttribute('aria-hidden', 'true');
  }

  /** Reads the colours from the page. At any time but right after drawing, the browser would compute styles. */
  readColours(): void {
    const { color: fill, outlineColor: line, backgroundColor: ground } = getComputedStyle(this.element);
    const isOther = fill !== this.colours.fill;
    this.colours = { fill, line, ground };
    if (isOther) this.paint(this.fed);
  }

  /** Paints the histograms off screen; null removes them. */
  paint(density: FedDensity | null): void {
    this.fed = density;
    this.edges = density?.edges ?? [];
    this.paintings = [];
    if (!density) return;
    const lanes = [...density.lanes];
    const max = Math.max(1, ...lanes.map(([, counts]) => counts.reduce((a, b) => Math.max(a, b), 0)));
    for (let first = 0; first < lanes.length; first += PAINTED_LANES) {
      this.paintings.push(this.painted(lanes.slice(first, first + PAINTED_LANES), max));
    }
  }

  private painted(lanes: readonly (readonly [lane: string, counts: readonly number[]])[], max: number): Painting {
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, this.edges.length - 1);
    canvas.height = lanes.length * BAR_HEIGHT;
    const context = canvas.getContext('2d');
    if (context) context.fillStyle = this.colours.fill;
    lanes.forEach(([, counts], row) => {
      const bottom = (row + 1) * BAR_HEIGHT;
      counts.forEach((count, bin) => {
        if (count === 0) return;
        const height = Math.max(1, Math.round(Math.sqrt(count / max) * BAR_HEIGHT));
        context?.fillRect(bin, bottom - height, 1, height);
      });
    });
    return { canvas, rows: new Map(lanes.map(([lane], row) => [lane, row])) };
  }

  /** Draws the part of the histograms within a range, each histogram at the bottom of its lane. */
  draw(range: DrawnRange, folds: Folds, bands: readonly LaneBand[]): void {
    const height = bands.reduce((max, band) => Math.max(max, band.top + band.height), 0);
    const count = Math.ceil(height / TILE_HEIGHT);
    while (this.tiles.length > count) this.tiles.pop()?.remove();
    while (this.tiles.length < count) {
      const tile = document.createElement('canvas');
      this.tiles.push(tile);
      this.element.append(tile);
    }
    const scale = globalThis.devicePixelRatio || 1;
    this.tiles.forEach((tile, i) => {
      const top = i * TILE_HEIGHT;
      const size = { width: range.width, height: Math.min(TILE_HEIGHT, height - top) };
      const [wide, high] = [Math.round(size.width * scale), Math.round(size.height * scale)];
      if (tile.width !== wide || tile.height !== high) {
        tile.width = wide;
        tile.height = high;
        tile.style.width = `${size.width}px`;
        tile.style.height = `${size.height}px`;
      }
      const context = tile.getContext('2d');
      if (!context) return;
      const within = bands.filter(band => band.top < top + TILE_HEIGHT && band.top + band.height > top);
      const moved = within.map(band => ({ ...band, top: band.top - top }));
      this.drawTile({ context, wide, high, scale }, range, folds, moved);
    });
  }

  private drawTile(
    { context, wide, high, scale }: Tile,
    { start, end }: DrawnRange,
    folds: Folds,
    bands: readonly LaneBand[],
  ): void {
    context.clearRect(0, 0, wide, high);
    context.imageSmoothingEnabled = false;
    const perDay = wide / (end - start);
    const x = (day: Day) => (axisPosition(folds, day) - start) * perDay;
    for (const piece of this.pieces(folds)) {
      const [left, right] = [x(piece.from), x(piece.to)];
      if (right <= 0 || left >= wide) continue;
      for (const band of bands) {
        const painting = this.paintings.find(({ rows }) => rows.has(band.id));
        const row = painting?.rows.get(band.id);
        if (painting === undefined || row === undefined) continue;
        const tall = Math.min(BAR_HEIGHT, band.height - 4) * scale;
        const top = (band.top + band.height) * scale - tall;
        const { offset, size } = piece;
        context.drawImage(painting.canvas, offset, row * BAR_HEIGHT, size, BAR_HEIGHT, left, top, right - left, tall);
      }
    }
    for (const { earliest } of folds) {
      drawBreak(context, Math.round(x(earliest)), { high, wide, scale, ...this.colours });
    }
  }

  /** The histograms between the folds: their days (`from`, `to`) and pixels in a painting (`offset`, `size`). */
  private pieces(folds: Folds): { from: Day; to: Day; offset: number; size: number }[] {
    const [first, last] = [this.edges[0], this.edges.at(-1)];
    if (first === undefined || last === undefined || last === first) return [];
    const perDay = (this.edges.length - 1) / (last - first);
    const borders = [first, ...folds.flatMap(({ earliest, latest }) => [earliest, latest + 1]), last];
    return borders.flatMap((from, i) => {
      const to = Math.min(borders[i + 1] ?? last, last);
      const start = Math.max(from, first);
      if (i % 2 === 1 || to <= start) return [];
      return [{ from: start, to, offset: (start - first) * perDay, size: (to - start) * perDay }];
    });
  }
}

/** `wide` and `high` are in device pixels. `scale` is the number of device pixels per CSS pixel. */
interface Tile {
  context: CanvasRenderingContext2D;
  wide: number;
  high: number;
  scale: number;
}

interface Surface {
  high: number;
  wide: number;
  scale: number;
  line: string;
  ground: string;
}

const BREAK_WIDTH = 3;
const TOOTH = 5;

/** Draws the sign of a fold: two ragged vertical lines with blank space between them. */
function drawBreak(context: CanvasRenderingContext2D, x: number, { high, wide, scale, line, ground }: Surface): void {
  if (x < 0 || x > wide) return;
  const edge = (side: -1 | 1): [number, number][] => {
    const tooth = TOOTH * scale;
    return Array.from({ length: Math.ceil(high / tooth) + 1 }, (_, i) => [
      x + side * BREAK_WIDTH * scale + (i % 2 === 0 ? -1 : 1) * scale,
      i * tooth,
    ]);
  };
  const [left, right] = [edge(-1), edge(1)];
  context.beginPath();
  for (const point of [...left, ...right.toReversed()]) context.lineTo(...point);
  context.fillStyle = ground;
  context.fill();
  context.strokeStyle = line;
  context.lineWidth = scale;
  for (const side of [left, right]) {
    context.beginPath();
    for (const point of side) context.lineTo(...point);
    context.stroke();
  }
}
