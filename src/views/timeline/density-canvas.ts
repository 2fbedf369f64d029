import type { Day } from '../../lib/day';
import { type Folds, placeOf } from '../../model/folding';
import type { DrawnRange } from './arrange';
import type { FedDensity } from './feed';

/** Where a lane is drawn, from the top of the canvas. */
export interface LaneBand {
  id: string;
  top: number;
  height: number;
}

const BAR_HEIGHT = 22;

/**
 * The crowd behind the marks: one small histogram a lane. It is painted once when the numbers change, one pixel a bin, and
 * only stretched to the range in view after that, so that a frame costs a handful of copies whatever the numbers are.
 */
export class DensityCanvas {
  readonly element = document.createElement('canvas');
  private readonly painted = document.createElement('canvas');
  private rows = new Map<string, number>();
  private edges: readonly Day[] = [];
  private fed: FedDensity | null = null;
  private colours = { fill: '', line: '', ground: '' };

  constructor() {
    this.element.className = 'density-canvas';
    this.element.setAttribute('aria-hidden', 'true');
  }

  /** Takes the colours from the page: once a layout is drawn, as asking for them any other time makes the browser work. */
  readColours(): void {
    const { color: fill, outlineColor: line, backgroundColor: ground } = getComputedStyle(this.element);
    const isOther = fill !== this.colours.fill;
    this.colours = { fill, line, ground };
    if (isOther) this.paint(this.fed);
  }

  /** Paints the numbers; null clears them. */
  paint(density: FedDensity | null): void {
    this.fed = density;
    this.rows = new Map([...(density?.lanes.keys() ?? [])].map((lane, row) => [lane, row]));
    this.edges = density?.edges ?? [];
    const bins = Math.max(0, this.edges.length - 1);
    this.painted.width = Math.max(1, bins);
    this.painted.height = Math.max(1, this.rows.size * BAR_HEIGHT);
    const context = this.painted.getContext('2d');
    if (!context || !density) return;
    context.fillStyle = this.colours.fill;
    const most = Math.max(1, ...[...density.lanes.values()].map(counts => counts.reduce((a, b) => Math.max(a, b), 0)));
    for (const [lane, counts] of density.lanes) {
      const bottom = ((this.rows.get(lane) ?? 0) + 1) * BAR_HEIGHT;
      counts.forEach((count, bin) => {
        if (count === 0) return;
        const height = Math.max(1, Math.round(Math.sqrt(count / most) * BAR_HEIGHT));
        context.fillRect(bin, bottom - height, 1, height);
      });
    }
  }

  /** Draws what lies in a range, each lane at the foot of its band. */
  draw({ start, end, width }: DrawnRange, folds: Folds, bands: readonly LaneBand[]): void {
    const height = bands.reduce((most, band) => Math.max(most, band.top + band.height), 0);
    const scale = globalThis.devicePixelRatio || 1;
    const [wide, high] = [Math.round(width * scale), Math.round(height * scale)];
    if (this.element.width !== wide || this.element.height !== high) {
      this.element.width = wide;
      this.element.height = high;
      this.element.style.width = `${width}px`;
      this.element.style.height = `${height}px`;
    }
    const context = this.element.getContext('2d');
    if (!context) return;
    context.clearRect(0, 0, wide, high);
    context.imageSmoothingEnabled = false;
    const perDay = wide / (end - start);
    const x = (day: Day) => (placeOf(folds, day) - start) * perDay;
    for (const piece of this.pieces(folds)) {
      const [left, right] = [x(piece.from), x(piece.to)];
      if (right <= 0 || left >= wide) continue;
      for (const band of bands) {
        const row = this.rows.get(band.id);
        if (row === undefined) continue;
        const tall = Math.min(BAR_HEIGHT, band.height - 4) * scale;
        const top = (band.top + band.height) * scale - tall;
        const { offset, size } = piece;
        context.drawImage(this.painted, offset, row * BAR_HEIGHT, size, BAR_HEIGHT, left, top, right - left, tall);
      }
    }
    for (const { earliest } of folds)
      drawBreak(context, Math.round(x(earliest)), { high, wide, scale, ...this.colours });
  }

  /** The stretches of the painted bins that folds leave, in days and in painted pixels. */
  private pieces(folds: Folds): { from: Day; to: Day; offset: number; size: number }[] {
    const [first, last] = [this.edges[0], this.edges.at(-1)];
    if (first === undefined || last === undefined || last === first) return [];
    const perDay = this.painted.width / (last - first);
    const borders = [first, ...folds.flatMap(({ earliest, latest }) => [earliest, latest + 1]), last];
    return borders.flatMap((from, i) => {
      const to = Math.min(borders[i + 1] ?? last, last);
      const start = Math.max(from, first);
      if (i % 2 === 1 || to <= start) return [];
      return [{ from: start, to, offset: (start - first) * perDay, size: (to - start) * perDay }];
    });
  }
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

/** The sign of a fold, from top to bottom: two ragged edges with nothing between them. */
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
