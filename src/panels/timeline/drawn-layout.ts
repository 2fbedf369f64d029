import { frameworkOf } from './create-vis';
import type { LaneBand } from './density-canvas';
import type { LaneLabels } from './lane-labels';
import { SteadySizes } from './steady-sizes';

/**
 * What is read of the page when vis-timeline has drawn a layout, and kept for as long as that stands: asking at any other
 * time makes the browser lay out.
 */
export class DrawnLayout {
  /** Of the axis, in pixels; 0 before the first drawing. */
  width = 0;
  private bands: LaneBand[] | null = null;
  private readonly sizes = new SteadySizes();

  constructor(
    private readonly container: HTMLElement,
    private readonly labels: LaneLabels,
    /** Lies over the axis. */
    private readonly canvas: HTMLElement,
  ) {}

  get isRead(): boolean {
    return this.bands !== null;
  }

  /** Whether it is another than before. */
  measureWidth(): boolean {
    const before = this.width;
    this.width = this.axis?.clientWidth ?? 0;
    // On paper it keeps that, and is made smaller as a whole.
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
    this.sizes.release();
  }

  private get axis(): Element | null {
    return this.container.querySelector('.vis-panel.vis-center');
  }

  private readBands(): LaneBand[] {
    const frame = this.canvas.parentElement?.getBoundingClientRect();
    const axis = this.axis?.getBoundingClientRect();
    if (!frame || !axis) return [];
    const bands = this.labels.bandsBelow(frame.top);
    this.sizes.hold(frameworkOf(this.container));
    this.canvas.style.left = `${axis.left - frame.left}px`;
    return bands;
  }
}
