import type { Page } from '@playwright/test';
import { box, expect, facet, marks, open, sentence, status, test } from './journey';
import { expected, record } from './oracle';

declare global {
  interface Window {
    heard: string[];
  }
}

/**
 * Delays all questions to the worker or the server but the first, so that the live region could speak before the answer.
 */
async function slowEngine(page: Page, ms: number): Promise<void> {
  await page.addInitScript(delay => {
    const original = Worker.prototype.postMessage;
    let isFirst = true;
    Worker.prototype.postMessage = function postLate(this: Worker, message: { kind?: string }) {
      const isLate = message.kind === 'ask' && !isFirst;
      if (message.kind === 'ask') isFirst = false;
      if (isLate) setTimeout(() => original.call(this, message), delay);
      else original.call(this, message);
    };
  }, ms);
  let isFirst = true;
  await page.route('**/api/ask?*', async route => {
    const isLate = !isFirst;
    isFirst = false;
    if (isLate) await new Promise(resolve => setTimeout(resolve, ms));
    await route.fallback().catch(() => {});
  });
}

/** Records the texts of the live region. */
async function listen(page: Page): Promise<void> {
  await page.evaluate(() => {
    window.heard = [];
    const region = document.querySelector('[role="status"]');
    const note = () => window.heard.push(`${region?.textContent}`);
    if (region) new MutationObserver(note).observe(region, { childList: true, characterData: true, subtree: true });
  });
}

function said(total: number, filters?: string): string {
  return `${total} of 89 activities${filters ? `. Filters: ${filters}` : ''}`;
}

test.describe('with an answer that takes long', () => {
  test.use({ ownProfile: true });

  test('the number that is heard is that of the filters heard with it', async ({ page }) => {
    await slowEngine(page, 900);
    await open(page, '?view=list');
    await listen(page);
    await box(page, 'GLO.ACT').click();
    await expect(status(page)).toHaveText(said(5, 'GLO.ACT'), { timeout: 20_000 });
    await box(page, 'Europe').click();
    await expect(status(page)).toHaveText(/GLO\.ACT; Europe$/, { timeout: 20_000 });
    await page.getByRole('button', { name: 'Clear all filters' }).click();
    await expect(status(page)).toHaveText(said(89), { timeout: 20_000 });
    const both = expected('programme=glo-act&region=europe').total;
    const truths = [said(89), said(5, 'GLO.ACT'), said(both, 'GLO.ACT; Europe'), 'One moment…'];
    for (const words of await page.evaluate(() => window.heard)) expect(truths).toContain(words);
  });

  test('heading, status and list have one number while the next is on its way', async ({ page }) => {
    await slowEngine(page, 1500);
    await open(page, '?view=list&programme=glo-act');
    await expect(sentence(page)).toContainText('5 activities');
    await page.getByRole('button', { name: 'Remove filter: Programme: GLO.ACT' }).click();
    await expect(page).toHaveURL(/\?view=list$/);
    expect(await sentence(page).textContent()).toContain('5 activities');
    expect(await status(page).textContent()).toBe(said(5, 'GLO.ACT'));
    await expect(page.getByRole('list', { name: 'Activities' }).getByRole('listitem')).toHaveCount(5);
    await expect(sentence(page)).toContainText('89 activities', { timeout: 20_000 });
    await expect(status(page)).toHaveText(said(89), { timeout: 20_000 });
    await expect(page.getByRole('list', { name: 'Activities' }).getByRole('listitem')).toHaveCount(89);
  });
});

test('the same activity in several lanes is heard with each lane', async ({ page }) => {
  await open(page, '?programme=glo-act&lanes=institution&from=2017&to=2018-06');
  await expect(marks(page).first()).toBeVisible();
  const heard = await marks(page).evaluateAll(all =>
    all.map(mark => ({ name: String(mark.getAttribute('aria-label')), key: mark.getAttribute('data-key') })),
  );
  expect(heard.length).toBeGreaterThan(5);
  expect(new Set(heard.map(({ name }) => name)).size).toBe(heard.length);
  const institution = record.facets.find(({ id }) => id === 'institution');
  for (const { name, key } of heard) {
    const lane = institution?.values.find(({ id }) => id === key?.split(' ')[0]);
    expect(name).toContain(`, ${lane?.label ?? 'None named'}`);
  }
});

test('a box is all that is heard of a value', async ({ page }) => {
  await open(page, '?view=list');
  const heard = await facet(page, 'Programme').ariaSnapshot();
  expect(heard.match(/GLO\.ACT/g)).toHaveLength(1);
  expect(heard).toMatch(/checkbox "GLO\.ACT, 5 activities"/);
});
