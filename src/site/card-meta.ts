import { CARD_FILE, CARD_HEIGHT, CARD_WIDTH } from './card-image';

/**
 * Returns the Open Graph properties of the picture that other sites show with a link. They require an absolute address.
 */
export function cardMeta(url: string, title: string): [property: string, content: string][] {
  return [
    ['og:image', url + CARD_FILE],
    ['og:image:type', 'image/png'],
    ['og:image:width', String(CARD_WIDTH)],
    ['og:image:height', String(CARD_HEIGHT)],
    ['og:image:alt', title],
  ];
}
