import type { TextStyle } from './measure-text';

/** A sample text. Its width changes with the font and with the spacing of letters and words. */
const PROBE = 'Width of a label';

/** Watches the style of text on the page, and the width of the timeline. */
export class TextProbe {
  style: TextStyle;
  private readonly element = document.createElement('span');
  private readonly observer: ResizeObserver;

  constructor(container: HTMLElement, onChange: () => void) {
    const { element } = this;
    element.className = 'label-probe';
    element.setAttribute('aria-hidden', 'true');
    element.textContent = PROBE;
    container.parentElement?.prepend(element);
    this.style = textStyleOf(element);
    let known: string | null = null;
    this.observer = new ResizeObserver(() => {
      if (!element.isConnected) return;
      // The height of the container is ignored, because the timeline itself sets that height.
      const present = `${container.clientWidth} ${element.offsetWidth}`;
      if (known !== null && present !== known) {
        this.style = textStyleOf(element);
        onChange();
      }
      known = present;
    });
    this.observer.observe(container);
    this.observer.observe(element);
  }

  destroy(): void {
    this.observer.disconnect();
    this.element.remove();
  }
}

/** Copies the computed style, because reading the live object later could make the browser compute styles again. */
function textStyleOf(element: Element): TextStyle {
  const { fontFamily, letterSpacing, wordSpacing } = getComputedStyle(element);
  return { fontFamily, letterSpacing, wordSpacing };
}
