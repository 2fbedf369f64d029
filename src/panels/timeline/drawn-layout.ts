import type { LaneBand } from './density-canvas';
import type { LaneLabels } from './lane-labels';
import type { TimelineHost } from './vis/timeline-host';

/**
 * Sizes and positions in the page, read right after a layout is drawn and kept until the next one. Reading them at any
 * other time would make the browser lay the page out.
 */
export class DrawnLayout {
  /** Width of the axis in pixels; 0 before the first drawing. */
  width = 0;
  private bands: LaneBand[] | null = null;

  constructor(
    private readonly container: HTMLElement,
    private readonly host: TimelineHost,
    private readonly labels: LaneLabels,
    /** Lies over the axis. */
    private readonly canvas: HTMLElement,
  ) {}

  get isRead(): boolean {
    return this.bands !== null;
  }

  /** Returns whether the width has changed. */
  measureWidth(): boolean {
    const before = this.width;
    this.width = this.host.axis.clientWidth;
    // Print keeps this width and scales the whole timeline down.
    this.canvas.parentElement?.style.setProperty('--drawn', String(this.container.clientWidth));
    return this.width !== before;
  }

  /** Where the lanes are, from the top of the canvas. */
  lanes(): readonly LaneBand[] {
    this.bands ??= this.readBands();
    return this.bands;
  }

  forget(): void {
    this.bands = null;
    this.host.releaseSizes();
  }

  private readBands(): LaneBand[] {
    const frame = this.canvas.parentElement?.getBoundingClientRect();
    if (!frame) return [];
    const axis = this.host.axis.getBoundingClientRect();
    const bands = this.labels.bandsBelow(frame.top);
    this.host.holdSizes();
    this.canvas.style.left = `${axis.left - frame.left}px`;
    return bands;
  }
}
