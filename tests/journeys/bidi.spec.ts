import type { Locator } from '@playwright/test';
import { expect, marks, sentence, test } from './journey';
import { openRecord } from './layout';

test.use({ ownProfile: true });

/** Returns the words of an element in visual order, line by line. */
function seenWords(element: Locator): Promise<string[]> {
  return element.evaluate(root => {
    const range = document.createRange();
    const words: { word: string; left: number; top: number }[] = [];
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      for (const { 0: word, index } of (node.textContent ?? '').matchAll(/[\p{L}\p{N}]+/gu)) {
        range.setStart(node, index);
        range.setEnd(node, index + word.length);
        const { left, top } = range.getBoundingClientRect();
        words.push({ word, left, top: Math.round(top / 4) });
      }
    }
    return words.sort((a, b) => a.top - b.top || a.left - b.left).map(({ word }) => word);
  });
}

test('the period stands behind Arabic names and reads from left to right', async ({ page }) => {
  for (const link of ['theme=borders,three', 'theme=three&plain=x,y', 'theme=-people', 'q=الجزء']) {
    await openRecord(page, 'arabic', `${link}&lang=en`);
    const words = await seenWords(sentence(page));
    expect(words[0], link).toMatch(/^\d|No$/);
    expect(words.slice(-2), link).toEqual(['2017', '2019']);
  }
});

test('names of another direction keep to themselves in chips, titles and names that are heard', async ({ page }) => {
  await openRecord(page, 'arabic', 'theme=borders,three&lang=en&view=timeline');
  const chip = page.getByRole('button', { name: /^Remove filter/ }).first();
  await expect(chip).toHaveAccessibleName(/^Remove filter: \u2068الموضوع\u2069: \u2068[^\u2069]+\u2069$/);
  await expect(page).toHaveTitle(/2017 – 2019 – \u2068سجل الأنشطة\u2069$/);
  await expect(marks(page).first()).toBeVisible();
  const names = await marks(page).evaluateAll(all => all.map(mark => mark.getAttribute('aria-label') ?? ''));
  expect(names.length).toBeGreaterThan(0);
  for (const name of names)
    expect(name).toMatch(/^\u2068[^\u2069]+\u2069, [^,\u2068]*\d{4}(, \u2068[^\u2069]+\u2069)?$/);
});
