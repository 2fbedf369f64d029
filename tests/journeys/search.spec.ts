import type { Locator, Page } from '@playwright/test';
import { expect, expectTotal, linkOf, list, open, searchBox, status, test, titles } from './journey';
import { openRecord } from './layout';
import { expected } from './oracle';

const TEXTS = [
  'smuggling',
  'MIGRANT smugg',
  '"migrant smuggling"',
  'smuggling -migrant',
  'committee -"steering committee"',
  'pre-trial',
  'glo.act',
  'Bruxelles OR Brussels',
  'counter-terrorism -counter-terrorism',
  'fete',
  '"',
  '-',
];

test('finds exactly what the rules say', async ({ page }) => {
  await open(page, '?view=list');
  for (const text of TEXTS) {
    await test.step(text, async () => {
      const { total, titles: wanted } = expected(new URLSearchParams({ q: text }).toString());
      await searchBox(page).fill(text);
      await expect.poll(() => new URLSearchParams(linkOf(page)).get('q')).toBe(text);
      await expectTotal(page, total);
      if (total > 0) await expect(titles(page)).toHaveText(wanted);
    });
  }
});

test('marks what was found', async ({ page }) => {
  await open(page, '?view=list');
  await searchBox(page).pressSequentially('smuggl');
  await expectTotal(page, expected('q=smuggl').total);
  const hits = list(page).locator('mark');
  await expect.poll(() => hits.count()).toBeGreaterThan(3);
  for (const text of await hits.allTextContents()) expect(text.toLowerCase()).toMatch(/^smuggl/);
  await titles(page).first().click();
  await expect(page.getByRole('complementary').locator('mark').first()).toHaveText(/^smuggl/i);
});

test('marks the whole of a phrase and nothing that is excluded', async ({ page }) => {
  await open(page, '?view=list&q=%22steering+committee%22+-ccp');
  await expect(list(page).locator('mark').first()).toHaveText('steering');
  for (const text of await list(page).locator('mark').allTextContents()) {
    expect(['steering', 'committee']).toContain(text.toLowerCase());
  }
});

test('keeps what is typed while the answer is on its way', async ({ page }) => {
  await open(page, '?view=list');
  const search = searchBox(page);
  await search.pressSequentially('human trafficking in the European ', { delay: 25 });
  await expect(search).toHaveValue('human trafficking in the European ');
  await expectTotal(page, expected('q=human+trafficking+in+the+European').total);
  await expect(search).toHaveValue('human trafficking in the European ');
});

const EMPTY = [
  'programme=glo-act&q=zebra',
  'programme=pact&region=americas&from=2023&to=2024',
  'programme=glo-act&institution=-_none&theme=sport,wildlife&q=committee&to=2017-01',
  'theme=sport&theme.mode=all&q=-sport+africa',
];

for (const link of EMPTY) {
  test(`says what each removal brings back: ${link}`, async ({ page }) => {
    await open(page, `?${link}&view=list`);
    await expect(status(page)).toHaveText(/^0 of 89/);
    const ways = page.getByRole('main').getByRole('button', { name: /^Without / });
    await expect(ways.nth(1)).toBeVisible();
    const count = await ways.count();
    for (let i = 0; i < count; i += 1) {
      const said = Number.parseInt(String(await ways.nth(i).locator('span').last().textContent()), 10);
      await ways.nth(i).click();
      await expectTotal(page, said);
      expect(expected(linkOf(page)).total).toBe(said);
      await page.goBack();
      await expect(status(page)).toHaveText(/^0 of 89/);
    }
    await page.getByRole('main').getByRole('button', { name: 'Clear all filters' }).last().click();
    await expectTotal(page, 89);
  });
}

test('says so when an answer takes long, on the screen and aloud', async ({ page }) => {
  await page.addInitScript(() => {
    const send = Worker.prototype.postMessage;
    Worker.prototype.postMessage = function (message: { kind: string; selection?: { text: string } }) {
      const isSlow = message.kind === 'ask' && message.selection?.text !== '';
      setTimeout(() => send.call(this, message), isSlow ? 3000 : 0);
    };
  });
  // Where the data is on a server, no worker is asked.
  await page.route('**/api/ask?*drugs*', async route => {
    await new Promise(resolve => setTimeout(resolve, 3000));
    await route.continue();
  });
  await open(page, '?view=list');
  await searchBox(page).fill('drugs');
  await expect(status(page)).toHaveText('One moment…');
  await expect(page.locator('main').getByText('One moment…').last()).toBeVisible();
  await expect(status(page)).toHaveText(/^\d+ of 89 activities/);
  await expect(page.getByText('One moment…')).toHaveCount(0);
});

const QUOTED = [
  '“steering committee”',
  '„steering committee“',
  '«steering committee»',
  '« steering committee »',
  '‹steering committee›',
];

test('takes the quotation marks of other languages as straight ones', async ({ page }) => {
  await open(page, '?view=list');
  for (const text of QUOTED.flatMap(quoted => [quoted, `committee -${quoted}`])) {
    await test.step(text, async () => {
      const straight = text.replace(/[“„«‹]\s?steering committee\s?[”“»›]/, '"steering committee"');
      const { total, titles: wanted } = expected(new URLSearchParams({ q: straight }).toString());
      expect(total).toBeGreaterThan(0);
      await searchBox(page).fill(text);
      await expectTotal(page, total);
      await expect(titles(page)).toHaveText(wanted);
    });
  }
});

test('excludes a phrase in the quotation marks of any language', async ({ page }) => {
  await open(page, '?view=list');
  const [phrase, without] = ['"border police"', '-"border police"'].map(q => expected(`q=${encodeURIComponent(q)}`));
  for (const quoted of ['“border police”', '„border police“', '«border police»']) {
    await searchBox(page).fill(quoted);
    await expectTotal(page, phrase?.total ?? Number.NaN);
    await searchBox(page).fill(`-${quoted}`);
    await expectTotal(page, without?.total ?? Number.NaN);
  }
});

test('keeps the marks that are letters of their script', async ({ page }) => {
  for (const [text, title] of [
    ['कमल', 'कमल प्रशिक्षण'],
    ['कला', 'कला'],
    ['ทุ่', 'ทุ่'],
  ] as const) {
    await openRecord(page, 'scripts', `view=list&q=${text}`);
    await expect(titles(page)).toHaveText([title]);
  }
});

test('finds and marks words of scripts that write no spaces', async ({ page }) => {
  await openRecord(page, 'search-zh', 'view=list&q=新闻');
  await expectTotal(page, 2, 4);
  await expect(list(page).locator('mark')).toHaveText(['新闻', '新闻', '新闻']);
});

for (const [language, sentence] of [
  ['en', 'Without a letter or digit, this search filters nothing.'],
  ['fr', 'Sans lettre ni chiffre, cette recherche ne filtre rien.'],
] as const) {
  for (const width of [1440, 390]) {
    test(`says that a text without letter and digit filters nothing: ${language}, ${width} px`, async ({ page }) => {
      await page.setViewportSize({ width, height: 900 });
      await open(page, `?view=list&lang=${language}&q=%E2%80%A6%21`);
      const box = searchBox(page);
      await expect(box).toHaveAccessibleDescription(sentence);
      await expect(page.getByText(sentence)).toBeInViewport({ ratio: 1 });
      await expect(status(page)).toHaveText(/^89 (of|sur|activit)[^.]*$/);
      await expect(page.getByRole('button', { name: /“…!”|« …! »/ })).toHaveCount(0);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      await box.fill('');
      await expect(page.getByText(sentence)).toHaveCount(0);
    });
  }
}

const PASTED = [
  ['2,000 Chinese characters', '联合国毒品和犯罪问题办公室'.repeat(160).slice(0, 2000)],
  ['18,000 Latin characters', 'border police '.repeat(1300).slice(0, 18_000).trim()],
  ['100,000 Latin characters', 'border police '.repeat(7200).trim()],
] as const;

for (const [name, text] of PASTED) {
  test(`keeps record and choices, and tells, when ${name} are pasted`, async ({ page }) => {
    await openRecord(page, 'search-zh', 'view=list&q=新闻');
    await searchBox(page).fill(text);
    await expect(page.getByRole('alert')).toHaveText(
      'Not searched: the link to this text would be too long. Shorten it.',
    );
    await searchBox(page).press('Enter');
    await expectTotal(page, 2, 4);
    await page.reload();
    await expectTotal(page, 2, 4);
    await expect(searchBox(page)).toHaveValue('新闻');
  });
}

test('opens whatever search text it writes', async ({ page }) => {
  const text = '联合国毒品和犯罪问题办公室'.repeat(34);
  await openRecord(page, 'search-zh', 'view=list');
  await searchBox(page).fill(text);
  await expectTotal(page, 0, 4);
  expect((await page.getByRole('heading', { level: 1 }).textContent())?.length).toBeLessThan(200);
  await page.reload();
  await expectTotal(page, 0, 4);
  await expect(searchBox(page)).toHaveValue(text);
});

function options(page: Page): Locator {
  return page.getByRole('listbox', { name: 'Matching values' }).getByRole('option');
}

test('filters by typing alone', async ({ page }) => {
  await open(page, '?view=list');
  await page.keyboard.press('/');
  await page.keyboard.type('dg home');
  const home = expected('institution=dg-home').total;
  await expect(options(page).first()).toHaveAccessibleName(
    new RegExp(`^EU institution: DG HOME, ${home}, DG Migration`),
  );
  await expect(page.getByText(/values? match(es)?; the down arrow/)).toBeAttached();
  const box = searchBox(page);
  await expect(box).toHaveAttribute('aria-expanded', 'true');
  await expect(box).not.toHaveAttribute('aria-activedescendant');
  await page.keyboard.press('ArrowDown');
  await expect(options(page).first()).toHaveAttribute('aria-selected', 'true');
  const id = await options(page).first().getAttribute('id');
  await expect(box).toHaveAttribute('aria-activedescendant', id ?? '');
  await page.keyboard.press('Enter');
  await expect(box).toHaveValue('');
  await expect(box).toHaveAttribute('aria-expanded', 'false');
  await expect.poll(() => linkOf(page)).toBe('institution=dg-home&view=list');
  await expectTotal(page, home);
  await page.keyboard.type('firearms');
  await page.keyboard.press('Enter');
  await expect(options(page)).toHaveCount(0);
  const both = expected('institution=dg-home&q=firearms');
  await expectTotal(page, both.total);
  await expect(titles(page)).toHaveText(both.titles);
});

test('keeps the words before those that name a value', async ({ page }) => {
  await open(page, '?view=list');
  await searchBox(page).pressSequentially('smuggling africa');
  const { total } = expected('q=smuggling&region=africa');
  await expect(options(page).filter({ hasText: /^Region: Africa/ })).toHaveAccessibleName(`Region: Africa, ${total}`);
  await options(page)
    .filter({ hasText: /^Region: Africa/ })
    .click();
  await expect(searchBox(page)).toHaveValue('smuggling');
  await expect(searchBox(page)).toBeFocused();
  await expectTotal(page, total);
  expect(linkOf(page)).toBe('region=africa&q=smuggling&view=list');
  await page.goBack();
  await expectTotal(page, expected('q=smuggling+africa').total);
});

test('Escape closes the offered values and then clears the text', async ({ page }) => {
  await open(page, '?view=list');
  const box = searchBox(page);
  await box.pressSequentially('glo');
  await expect(options(page).first()).toBeVisible();
  await page.keyboard.press('ArrowUp');
  await expect(options(page).last()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowDown');
  await expect(box).not.toHaveAttribute('aria-activedescendant');
  await page.keyboard.press('Escape');
  await expect(options(page)).toHaveCount(0);
  await expect(box).toHaveValue('glo');
  await page.keyboard.press('ArrowDown');
  await expect(options(page).first()).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(box).toHaveValue('');
  await expectTotal(page, 89);
});

test('offers values in a large vocabulary without holding up the typing', async ({ page }) => {
  const values = Array.from({ length: 50_000 }, (_, i) => ({ id: `v-${i}`, label: `Value number ${i}` }));
  const activities = values.slice(0, 50).map(({ id }, i) => ({
    id: `a-${i}`,
    date: '2020',
    title: `Title ${i}`,
    tags: { kind: [id] },
  }));
  const record = { format: 'chronofacet-dataset/1', id: 'large', title: 'Large', activities };
  const facets = [{ id: 'kind', label: 'Kind', values }];
  await page.route('**/data/large.json', route => route.fulfill({ json: { ...record, facets } }));
  await open(page, '?data=data/large.json&view=list');
  await searchBox(page).pressSequentially('number 41');
  await expect(options(page).first()).toHaveAccessibleName('Kind: Value number 41, 1');
  await expect(options(page)).toHaveCount(8);
});
