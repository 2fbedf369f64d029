import type { Frame, Page } from '@playwright/test';
import axe from 'axe-core';
import { expect } from './journey';

declare global {
  interface Window {
    axe: typeof axe;
  }
}

/** All rules of WCAG 2.2 A and AA and best practices. Without `wcag22aa` axe skips the size of targets. */
const RULES: axe.RunOptions = {
  resultTypes: ['violations'],
  runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] },
};

function only(...values: string[]): axe.RunOptions {
  return { resultTypes: ['violations'], runOnly: { type: 'rule', values } };
}

/**
 * In the dark only the rules about colours can give another result, as only colours differ (`tests/ui/dark-colours.test.ts`).
 * In forced colours there are more borders, so sizes count, too.
 */
const LOOKS = {
  light: { media: { colorScheme: 'light', forcedColors: 'none' }, rules: RULES },
  dark: { media: { colorScheme: 'dark', forcedColors: 'none' }, rules: only('color-contrast', 'link-in-text-block') },
  'forced colours': {
    media: { colorScheme: 'light', forcedColors: 'active' },
    rules: only('color-contrast', 'link-in-text-block', 'target-size'),
  },
} as const;

type Look = keyof typeof LOOKS;

/** Expects no axe violation on the screen in light, dark and forced colours, or in some of them. */
export function expectNoViolation(page: Page, looks?: readonly Look[]): Promise<void> {
  return expectNoViolationIn(page.mainFrame(), looks);
}

/** The same for what one frame of a page shows. */
export async function expectNoViolationIn(
  frame: Frame,
  looks: readonly Look[] = ['light', 'dark', 'forced colours'],
): Promise<void> {
  await inject(frame);
  const said: object[] = [];
  for (const look of looks) {
    await frame.page().emulateMedia(LOOKS[look].media);
    said.push(...(await violations(frame, LOOKS[look].rules)).map(violation => ({ look, ...violation })));
  }
  expect(said).toEqual([]);
}

/**
 * The same for the sizes of what a mouse clicks, on a page that was opened on a touch screen. A mouse changes sizes alone,
 * by style sheets. The page keeps the mouse.
 */
export async function expectTargetsForMouse(page: Page): Promise<void> {
  const frame = page.mainFrame();
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setTouchEmulationEnabled', { enabled: false });
  await expect.poll(() => page.evaluate(() => matchMedia('(pointer: coarse)').matches)).toBe(false);
  await page.emulateMedia(LOOKS.light.media);
  await inject(frame);
  expect(await violations(frame, only('target-size'))).toEqual([]);
}

async function inject(frame: Frame): Promise<void> {
  if (await frame.evaluate(() => 'axe' in window)) return;
  await frame.evaluate(axe.source);
  // Rows with `content-visibility` are one line high until they are visible, so axe would measure them wrongly.
  await frame.evaluate(() => {
    const drawn = new CSSStyleSheet();
    drawn.replaceSync('* { content-visibility: visible !important }');
    document.adoptedStyleSheets.push(drawn);
  });
}

async function violations(frame: Frame, rules: axe.RunOptions): Promise<object[]> {
  const { violations: found } = await frame.evaluate(asked => window.axe.run(document, asked), rules);
  return found.map(({ id, nodes }) => ({
    rule: id,
    count: nodes.length,
    where: nodes.slice(0, 5).map(({ target, failureSummary }) => `${target.join(' ')}: ${failureSummary}`),
  }));
}
