import type { Page } from '@playwright/test';
import { open } from './journey';

/** The shipped dataset, or the name of a case in `tests/cases/page` without extension. */
export type RecordName = 'eu-unodc' | (string & {});

/** Opens a link to a record. If the record is open already, follows the link without reloading the page. */
export async function openRecord(page: Page, name: RecordName, link = ''): Promise<void> {
  if (name !== 'eu-unodc') {
    await page.route(`**/data/${name}.json`, route => route.fulfill({ path: `tests/cases/page/${name}.json` }));
  }
  await open(page, linkIn(name, link));
}

export function linkIn(name: RecordName, link: string): string {
  if (name === 'eu-unodc') return link === '' ? '' : `?${link}`;
  return `?data=data/${name}.json${link === '' ? '' : `&${link}`}`;
}

/** Follows a link without reloading the page. */
export async function follow(page: Page, link: string): Promise<void> {
  await page.evaluate(search => {
    history.pushState(null, '', search === '' ? location.pathname : search);
    dispatchEvent(new PopStateEvent('popstate'));
  }, link);
}

export async function showFilters(page: Page, isShown: boolean): Promise<void> {
  await page.evaluate(
    value => {
      localStorage.setItem('chronofacet:filters', value);
      dispatchEvent(new Event('chronofacet:preference'));
    },
    isShown ? 'shown' : 'hidden',
  );
}

/** Applies the text spacing of WCAG 1.4.12, with the only kind of style sheet that the page's policy allows. */
export async function spaceText(page: Page): Promise<void> {
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`
      * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
      p { margin-bottom: 2em !important; }
    `);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  });
}

/** The minimum width of titles in characters. */
const MIN_TITLE = 12;

/** The minimum length of hyphenated words. */
const MIN_HYPHENATED = 12;

const PATIENCE_MS = 1500;

/** Waits until the layout is stable. Returns its faults. */
export async function layoutFaults(page: Page): Promise<string[]> {
  const latest = Date.now() + PATIENCE_MS;
  for (;;) {
    const faults = await presentFaults(page);
    if (faults.length === 0 || Date.now() > latest) return faults;
    await page.waitForTimeout(100);
  }
}

/**
 * Returns the faults of the page or of the open dialog: the page is wider than the screen, a title is too narrow, a text
 * overlaps another or overflows its cell, or a word is broken that would fit on a line.
 */
function presentFaults(page: Page): Promise<string[]> {
  return page.evaluate(
    async ({ leastTitle, leastHyphenated }) => {
      for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
      const faults: string[] = [];
      const cut = (text: string) => (text.length > 40 ? `${text.slice(0, 40)}…` : text);
      const root = document.documentElement;
      if (root.scrollWidth > innerWidth) faults.push(`the page is ${root.scrollWidth} px wide`);
      const scope = document.querySelector('dialog:modal') ?? document.body;
      if (scope.scrollWidth > Math.max(scope.clientWidth, innerWidth))
        faults.push(`it is ${scope.scrollWidth} px wide`);

      const context = document.createElement('canvas').getContext('2d');
      if (!context) throw new Error('no canvas');
      const widthOf = (text: string, element: Element) => {
        const { fontStyle, fontWeight, fontSize, fontFamily, letterSpacing } = getComputedStyle(element);
        context.font = `${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`;
        context.letterSpacing = letterSpacing === 'normal' ? '0px' : letterSpacing;
        return context.measureText(text).width;
      };

      const linesOf = (part: Range) =>
        new Set([...part.getClientRects()].filter(({ width }) => width > 0).map(({ top }) => Math.round(top))).size;

      for (const title of scope.querySelectorAll('h1, h2:has(a), h3, th[scope="row"], aside h2, dialog h2')) {
        const room = title.getBoundingClientRect().width / widthOf('0', title);
        const needed = Math.min(leastTitle, widthOf(title.textContent, title) / widthOf('0', title) - 0.5);
        if (
          title.checkVisibility() &&
          title.textContent &&
          room < needed &&
          !title.closest('.sr-only, section[aria-label="Matrix"]')
        ) {
          faults.push(`“${cut(title.textContent)}” has room for ${room.toFixed(1)} characters`);
        }
      }

      interface Drawn {
        text: string;
        owner: Element;
        /** The nearest sticky ancestor. It may cover text that scrolls below it. */
        stuckTo: Element | null;
        left: number;
        right: number;
        top: number;
        bottom: number;
      }
      const drawn: Drawn[] = [];
      const walker = document.createTreeWalker(scope, NodeFilter.SHOW_TEXT);
      const range = document.createRange();
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const owner = node.parentElement;
        const text = node.textContent ?? '';
        if (
          !owner ||
          text.trim() === '' ||
          // The link at the end of a cut text covers the text below it on purpose.
          owner.closest('.vis-center, .vis-top, .vis-bottom, svg, select, .sr-only, caption, .is-cut > a')
        )
          continue;
        if (!owner.checkVisibility({ visibilityProperty: true, opacityProperty: true, contentVisibilityAuto: true }))
          continue;
        range.selectNodeContents(node);
        const clips: DOMRect[] = [];
        let stuckTo: Element | null = null;
        for (let at: Element | null = owner; at && at !== scope; at = at.parentElement) {
          const { overflowX, overflowY, position } = getComputedStyle(at);
          if (position === 'sticky' || position === 'fixed') stuckTo ??= at;
          if (overflowX !== 'visible' || overflowY !== 'visible') clips.push(at.getBoundingClientRect());
        }
        for (const { left, right, top, bottom } of range.getClientRects()) {
          const part = {
            text,
            owner,
            stuckTo,
            left: Math.max(left, ...clips.map(clip => clip.left)),
            right: Math.min(right, ...clips.map(clip => clip.right)),
            top: Math.max(top, ...clips.map(clip => clip.top)),
            bottom: Math.min(bottom, ...clips.map(clip => clip.bottom)),
          };
          if (part.right - part.left < 1 || part.bottom - part.top < 1) continue;
          drawn.push(part);
          // A sticky cell covers others on purpose, so overlaps with it are no fault.
          const cell = owner.closest('th, td')?.getBoundingClientRect();
          if (cell && (part.left < cell.left - 1.5 || part.right > cell.right + 1.5))
            faults.push(`“${cut(text)}” reaches out of its cell`);
        }
        // A text on one line has no broken words.
        if (linesOf(range) < 2) continue;
        const style = getComputedStyle(owner);
        for (const { 0: word, index } of text.matchAll(/[A-Za-z\u00c0-\u024f]{2,}[^\s\p{L}]*/gu)) {
          range.setStart(node, index);
          range.setEnd(node, index + word.length);
          if (linesOf(range) < 2 || (style.hyphens === 'auto' && word.length >= leastHyphenated)) continue;
          let block: Element = owner;
          while (/^(inline|contents)/.test(getComputedStyle(block).display) && block.parentElement)
            block = block.parentElement;
          const { paddingLeft, paddingRight } = getComputedStyle(block);
          const room = block.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight);
          // A URL has no break opportunities, so it may be broken anywhere.
          const [before] = /[^\s\p{Pd}]*$/u.exec(text.slice(0, index)) ?? [''];
          const [after] = /^[^\s\p{Pd}]*/u.exec(text.slice(index)) ?? [''];
          if (widthOf(before + after, owner) < room - 1)
            faults.push(`“${cut(word)}” is broken inside, though ${room} px are enough`);
        }
      }

      drawn.sort((a, b) => a.top - b.top);
      for (const [i, a] of drawn.entries()) {
        for (let j = i + 1; j < drawn.length; j += 1) {
          const b = drawn[j] as Drawn;
          if (b.top > a.bottom - 4) break;
          const isOver =
            a.owner !== b.owner &&
            a.stuckTo === b.stuckTo &&
            a.left + 1.5 < b.right &&
            b.left + 1.5 < a.right &&
            a.top + 4 < b.bottom;
          if (isOver) faults.push(`“${cut(a.text)}” and “${cut(b.text)}” are drawn over each other`);
        }
      }
      return [...new Set(faults)];
    },
    { leastTitle: MIN_TITLE, leastHyphenated: MIN_HYPHENATED },
  );
}
