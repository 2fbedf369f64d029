import { type Day, MS_PER_DAY } from '../../lib/day';
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

  constructor() {
    this.element.className = 'density-canvas';
    this.element.setAttribute('aria-hidden', 'true');
  }

  /** Paints the numbers; null clears them. The colour is the element's own. */
  paint(density: FedDensity | null): void {
    this.rows = new Map([...(density?.lanes.keys() ?? [])].map((lane, row) => [lane, row]));
    this.edges = density?.edges ?? [];
    const bins = Math.max(0, this.edges.length - 1);
    this.painted.width = Math.max(1, bins);
    this.painted.height = Math.max(1, this.rows.size * BAR_HEIGHT);
    const context = this.painted.getContext('2d');
    if (!context || !density) return;
    context.fillStyle = getComputedStyle(this.element).color;
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
  draw({ startMs, endMs, width }: DrawnRange, bands: readonly LaneBand[]): void {
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
    const [first, last] = [this.edges[0], this.edges.at(-1)];
    if (!context) return;
    context.clearRect(0, 0, wide, high);
    if (first === undefined || last === undefined || last === first) return;
    const perMs = wide / (endMs - startMs);
    const left = (first * MS_PER_DAY - startMs) * perMs;
    const right = (last * MS_PER_DAY - startMs) * perMs;
    context.imageSmoothingEnabled = false;
    for (const band of bands) {
      const row = this.rows.get(band.id);
      if (row === undefined) continue;
      const tall = Math.min(BAR_HEIGHT, band.height - 4) * scale;
      const top = (band.top + band.height) * scale - tall;
      const from = row * BAR_HEIGHT;
      context.drawImage(this.painted, 0, from, this.painted.width, BAR_HEIGHT, left, top, right - left, tall);
    }
  }
}
