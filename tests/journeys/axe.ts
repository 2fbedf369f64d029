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

/** The rules whose result depends on the colour scheme or forced colours. */
const RULES_OF_LOOKS: axe.RunOptions = {
  resultTypes: ['violations'],
  runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block', 'target-size'] },
};

const LOOKS = {
  light: { colorScheme: 'light', forcedColors: 'none' },
  dark: { colorScheme: 'dark', forcedColors: 'none' },
  'forced colours': { colorScheme: 'light', forcedColors: 'active' },
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
  await frame.evaluate(axe.source);
  // Rows with `content-visibility` are one line high until they are visible, so axe would measure them wrongly.
  await frame.evaluate(() => {
    const drawn = new CSSStyleSheet();
    drawn.replaceSync('* { content-visibility: visible !important }');
    document.adoptedStyleSheets.push(drawn);
  });
  const said: object[] = [];
  for (const look of looks) {
    await frame.page().emulateMedia(LOOKS[look]);
    const rules = look === 'light' ? RULES : RULES_OF_LOOKS;
    const { violations } = await frame.evaluate(asked => window.axe.run(document, asked), rules);
    for (const { id, nodes } of violations) {
      const where = nodes.slice(0, 5).map(({ target, failureSummary }) => `${target.join(' ')}: ${failureSummary}`);
      said.push({ look, rule: id, count: nodes.length, where });
    }
  }
  expect(said).toEqual([]);
}
