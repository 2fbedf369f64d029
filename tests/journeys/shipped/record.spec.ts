import { expect, expectTotal, facet, list, marks, open, sentence, status, test, titles } from '../journey';
import { layoutFaults } from '../layout';
import { expected, readRecord } from '../oracle';

const SHIPPED = new URL('../../../public/data/eu-unodc.json', import.meta.url);
const RECORD = { en: readRecord(SHIPPED), fr: readRecord(SHIPPED, 'fr') };
const total = RECORD.en.activities.length;

test('opens whole, with each activity in the list', async ({ page }) => {
  await open(page);
  await expect(status(page)).toHaveText(new RegExp(`^${total} of ${total} activities`));
  await expect(sentence(page)).toHaveText(`${total} activities of EU–UNODC cooperation, 2017 – 2026`);
  await expect(marks(page).first()).toBeVisible();
  await open(page, '?view=list');
  await expect(titles(page)).toHaveText(expected('', RECORD.en).titles);
});

test('has an activity in each quarter from 2017 to 2025', async ({ page }) => {
  await open(page, '?view=list');
  const dates = await list(page)
    .locator('time')
    .evaluateAll(all => all.map(time => time.getAttribute('datetime') ?? ''));
  const quarters = new Set(dates.map(date => `${date.slice(0, 4)}-Q${Math.ceil(Number(date.slice(5, 7)) / 3)}`));
  const all = Array.from({ length: 36 }, (_, i) => `${2017 + Math.floor(i / 4)}-Q${(i % 4) + 1}`);
  expect(all.filter(quarter => !quarters.has(quarter))).toEqual([]);
});

for (const link of [
  'programme=glo-act',
  'region=africa,-ng&theme=human-trafficking',
  'institution=_none&from=2022',
  'institution=dg-home,europol&theme=arms',
  'theme=human-trafficking,migrant-smuggling&theme.mode=all&from=2019&to=2021-06',
  'q=nigéria',
  'q="steering committee" -brussels',
  'programme=crimjust&region=latin-america-caribbean&q=cocaine',
]) {
  test(`answers ?${link} as the rules say`, async ({ page }) => {
    await open(page, `?view=list&${link}`);
    const answer = expected(link, RECORD.en);
    expect(answer.total).toBeGreaterThan(0);
    await expectTotal(page, answer.total, total);
    await expect(titles(page)).toHaveText(answer.titles);
    for (const [name, counts] of answer.counts) {
      const shown = await facet(page, name)
        .getByRole('checkbox')
        .evaluateAll(boxes => boxes.map(box => box.getAttribute('aria-label') ?? ''));
      expect(shown.length).toBeGreaterThan(0);
      for (const label of shown) {
        const [value, count] = [...counts].find(([words]) => label.startsWith(`${words}, `)) ?? [label, -1];
        expect(label, value).toMatch(new RegExp(`, ${count} activit`));
      }
    }
  });
}

test('is French throughout for readers of French', async ({ page }) => {
  await open(page, '?view=list&lang=fr');
  const shown = page.getByRole('list', { name: 'Activités', exact: true }).getByRole('heading').getByRole('link');
  await expect(shown).toHaveText(expected('', RECORD.fr).titles);
  await expect(page.getByRole('heading').locator('[lang]')).toHaveCount(0);
  const english = new Set(RECORD.en.activities.map(({ title }) => title));
  expect((await shown.allTextContents()).filter(title => english.has(title))).toEqual([]);
  await shown.first().click();
  await expect(page.getByRole('complementary')).toContainText(/vendredi 20 janvier 2017/);
  await expect(page.getByRole('complementary').locator('p [lang], h2 [lang]')).toHaveCount(0);
});

test('says over the strip where each period comes from, and more of it on demand', async ({ page }) => {
  await open(page);
  const strip = page.getByRole('region', { name: 'The whole record over time' });
  const notes = strip.getByRole('button', { name: / – .* \d{4}: / });
  await expect(notes).toHaveText([
    /^January 2017 – June 2018: 76 · Dated news items/,
    /^July 2018 – December 2021: 87 · Public pages/,
    /^January 2022 – July 2024: 98 · Thirteen short teasers/,
    /^August 2024 – January 2026: 34 · Public pages/,
  ]);
  await notes.last().focus();
  await page.keyboard.press('Enter');
  await expect(strip.getByText('nothing at all after January 2026', { exact: false })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(notes.last()).toBeFocused();
  await open(page, '?theme=sport');
  await expect(notes.first()).toHaveText(/^January 2017 – June 2018: Dated news items/);
});

test('tells the region that an activity concerns from the place where it was held', async ({ page }) => {
  await open(page, '?activity=2017-glo-act-steering-committee');
  const opened = page.getByRole('complementary');
  await expect(opened.getByRole('term').filter({ hasText: 'Took place in' })).toBeVisible();
  await expect(opened.getByRole('definition').filter({ hasText: 'Brussels, Belgium' })).toBeVisible();
  await open(page, '?region=ng,ml');
  await expect(sentence(page)).toHaveText(/ concerning Mali or Nigeria, 2017 – 2026$/);
  await open(page, '?region=ng,ml&lang=fr');
  await expect(sentence(page)).toHaveText(/ concernant le Mali ou le Nigéria, 2017 – 2026$/);
});

for (const [name, viewport] of [
  ['a desk', { width: 1440, height: 900 }],
  ['a phone', { width: 390, height: 844 }],
] as const) {
  for (const language of ['en', 'fr'] as const) {
    test.describe(`on ${name}, ${language}`, () => {
      test.use({ viewport, ownProfile: true });

      test('nothing of the first screen lies over another part or is cut off, light and dark', async ({ page }) => {
        await open(page, `?lang=${language}`);
        await expect(page.locator('.mark:visible, main li:visible').first()).toBeVisible();
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme });
          expect(await layoutFaults(page), colorScheme).toEqual([]);
        }
      });
    });
  }
}
