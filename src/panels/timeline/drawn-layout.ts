import type { LaneBand } from './density-canvas';
import type { LaneLabels } from './lane-labels';
import type { TimelineHost } from './vis/timeline-host';

/** The free height in pixels at the bottom of the screen. */
const END = 16;

/** Caches sizes and positions right after drawing. Reading them later would make the browser lay out the page. */
export class DrawnLayout {
  /** The width of the axis in pixels; 0 before the first drawing. */
  width = 0;
  /** The height in pixels from the top of the lanes to the bottom of the screen, if the page is at its top. */
  room = 0;
  private bands: LaneBand[] | null = null;

  constructor(
    private readonly container: HTMLElement,
    private readonly host: TimelineHost,
    private readonly labels: LaneLabels,
    /** The element with the density histograms, which covers the axis. */
    private readonly canvas: HTMLElement,
  ) {}

  get isRead(): boolean {
    return this.bands !== null;
  }

  /** Measures the width of the axis, and the room for the lanes. Returns whether the width has changed. */
  measureWidth(): boolean {
    const before = this.width;
    this.width = this.host.axis.clientWidth;
    this.room = innerHeight - scrollY - this.host.axis.getBoundingClientRect().top - END;
    // On paper the timeline keeps this width and is scaled down as a whole.
    const frame = this.canvas.parentElement;
    frame?.style.setProperty('--drawn', String(this.container.clientWidth));
    frame?.style.setProperty('--axis-start', `${this.host.axis.offsetLeft}px`);
    return this.width !== before;
  }

  /** Returns the positions of the lanes, measured from the top of the canvas. */
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
