import type { Page } from '@playwright/test';
import axe from 'axe-core';
import { expect } from './journey';

declare global {
  interface Window {
    axe: typeof axe;
  }
}

/** No rule of axe is broken by what is on the screen, in light and in dark. */
export async function expectNoViolation(page: Page): Promise<void> {
  await page.evaluate(axe.source);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }));
    const said = violations.map(({ id, nodes }) => ({
      scheme: colorScheme,
      rule: id,
      where: nodes.slice(0, 5).map(({ target, failureSummary }) => `${target.join(' ')}: ${failureSummary}`),
    }));
    expect(said).toEqual([]);
  }
}
