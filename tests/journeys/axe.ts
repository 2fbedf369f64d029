import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import { expect } from './journey';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Finding {
  id: string;
  help: string;
  nodes: { target: unknown[]; failureSummary: string }[];
}

declare global {
  interface Window {
    axe: { run: (options: object) => Promise<{ violations: Finding[] }> };
  }
}

/** No rule of axe is broken by what is on the screen, in light and in dark. */
export async function expectNoViolation(page: Page): Promise<void> {
  await page.evaluate(source);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await page.evaluate(() => window.axe.run({ resultTypes: ['violations'] }));
    const said = violations.map(({ id, nodes }) => ({
      scheme: colorScheme,
      rule: id,
      where: nodes.slice(0, 5).map(({ target, failureSummary }) => `${target.join(' ')}: ${failureSummary}`),
    }));
    expect(said).toEqual([]);
  }
}
