import type { Page } from '@playwright/test';
import axe from 'axe-core';
import { expect } from './journey';

declare global {
  interface Window {
    axe: typeof axe;
  }
}

/** Every rule of WCAG 2.2 A and AA and of good practice. Without `wcag22aa` axe leaves out the size of targets. */
const RULES: axe.RunOptions = {
  resultTypes: ['violations'],
  runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] },
};

/** What another look can change: colours, and the size of native controls. */
const RULES_OF_LOOKS: axe.RunOptions = {
  resultTypes: ['violations'],
  runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block', 'target-size'] },
};

const LOOKS = {
  light: { colorScheme: 'light', forcedColors: 'none' },
  dark: { colorScheme: 'dark', forcedColors: 'none' },
  'forced colours': { colorScheme: 'light', forcedColors: 'active' },
} as const;

/** axe finds no fault in what is on the screen: in light, in dark, and with forced colours. */
export async function expectNoViolation(page: Page): Promise<void> {
  await page.evaluate(axe.source);
  // Rows that the browser leaves undrawn have the room of one line until they are seen, and would be measured in it.
  await page.evaluate(() => {
    const drawn = new CSSStyleSheet();
    drawn.replaceSync('* { content-visibility: visible !important }');
    document.adoptedStyleSheets.push(drawn);
  });
  const said: object[] = [];
  for (const [look, media] of Object.entries(LOOKS)) {
    await page.emulateMedia(media);
    const rules = look === 'light' ? RULES : RULES_OF_LOOKS;
    const { violations } = await page.evaluate(asked => window.axe.run(document, asked), rules);
    for (const { id, nodes } of violations) {
      const where = nodes.slice(0, 5).map(({ target, failureSummary }) => `${target.join(' ')}: ${failureSummary}`);
      said.push({ look, rule: id, count: nodes.length, where });
    }
  }
  expect(said).toEqual([]);
}
