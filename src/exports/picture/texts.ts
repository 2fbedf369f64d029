import { isolated } from '../../lib/isolated';
import { xmlElement, xmlText } from '../../lib/xml';

export interface TextAt {
  x: number;
  y: number;
  size?: number;
  fill: string;
  weight?: number | undefined;
  anchor?: 'middle' | 'end';
  family?: string;
  /** The colour of a border that keeps the text readable over lines and hatching. */
  halo?: string;
}

/**
 * Writes a line of text. `y` is its baseline. A right-to-left text keeps its own order, but is anchored at `x` like
 * other texts.
 */
export function textAt(text: string, { x, y, size = 12, fill, weight, anchor, family, halo }: TextAt): string {
  return xmlElement(
    'text',
    {
      x,
      y,
      'font-size': size,
      'font-weight': weight,
      'font-family': family,
      'text-anchor': anchor,
      fill,
      stroke: halo,
      'stroke-width': halo && 3,
      'stroke-linejoin': halo && 'round',
      'paint-order': halo && 'stroke',
    },
    xmlText(isolated(text.replace(/\s+/g, ' ').trim())) || ' ',
  );
}

/** Writes lines of text below each other. `y` is the baseline of the first. */
export function linesAt(lines: readonly string[], place: TextAt, lineHeight: number): string {
  return lines.map((line, i) => textAt(line, { ...place, y: place.y + i * lineHeight })).join('\n');
}

/**
 * Writes the `title` of an SVG element. Viewers show it when the pointer rests on the element, and screen readers read
 * it.
 */
export function hint(text: string): string {
  return xmlElement('title', {}, xmlText(isolated(text.replace(/\s+/g, ' ').trim())) || ' ');
}

/** Draws a horizontal line whose lower edge is at `y`. */
export function line(x1: number, y: number, x2: number, stroke: string): string {
  return xmlElement('path', { d: `M${x1} ${y - 0.5}H${x2}`, stroke, 'stroke-width': 1 });
}
