import type { Page } from '@playwright/test';
import axe from 'axe-core';
import { expect } from './journey';

declare global {
  interface Window {
    axe: typeof axe;
  }
}

/** In the dark only the colours are others. */
const RULES: Record<'light' | 'dark', axe.RunOptions> = {
  light: { resultTypes: ['violations'] },
  dark: { resultTypes: ['violations'], runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } },
};

/** No rule of axe is broken by what is on the screen, in light and in dark. */
export async function expectNoViolation(page: Page): Promise<void> {
  await page.evaluate(axe.source);
  for (const [colorScheme, options] of Object.entries(RULES)) {
    await page.emulateMedia({ colorScheme: colorScheme as keyof typeof RULES });
    const { violations } = await page.evaluate(asked => window.axe.run(document, asked), options);
    const said = violations.map(({ id, nodes }) => ({
      scheme: colorScheme,
      rule: id,
      where: nodes.slice(0, 5).map(({ target, failureSummary }) => `${target.join(' ')}: ${failureSummary}`),
    }));
    expect(said).toEqual([]);
  }
}
