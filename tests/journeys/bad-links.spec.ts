import { expect, expectTotal, linkOf, open, sentence, status, test } from './journey';
import { expected } from './oracle';

test('ignores keys that it does not know', async ({ page }) => {
  await open(page, '?utm_source=mail&fbclid=1&programme=glo-act&nonsense=1&__proto__=x&constructor=y&view=list');
  await expectTotal(page, 5);
  await expect(page.getByRole('alert')).toHaveCount(0);
  await expect(page.getByRole('button', { name: /^Remove filter/ })).toHaveCount(1);
});

test('shows a value that it does not know as a chip that can be taken away', async ({ page }) => {
  await open(page, '?programme=nowhere&view=list');
  await expectTotal(page, 0);
  await page.getByRole('button', { name: 'Remove filter: Programme: unknown “nowhere”' }).click();
  await expectTotal(page, 89);
  expect(linkOf(page)).toBe('view=list');
});

test('lets a known value stand beside one that it does not know', async ({ page }) => {
  await open(page, '?programme=nowhere,glo-act&region=-atlantis&view=list');
  await expectTotal(page, 5);
  await expect(page.getByRole('button', { name: 'Remove filter: Programme: unknown “nowhere”' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Remove filter: Region: not unknown “atlantis”' })).toBeVisible();
});

test('says that an activity is not there', async ({ page }) => {
  await open(page, '?programme=glo-act&activity=never-happened&view=list');
  await expect(page.getByRole('alert')).toHaveText(/“never-happened”.*not in this record/);
  await expectTotal(page, 5);
  await expect(page.getByRole('complementary')).toHaveCount(0);
});

test('says what is no date and leaves that side open', async ({ page }) => {
  await open(page, '?from=2017-02-30&to=2018&view=list');
  await expect(page.getByRole('alert')).toContainText('2017-02-30');
  await expectTotal(page, expected('to=2018').total);
});

test('says that a window is reversed and shows the whole record', async ({ page }) => {
  await open(page, '?from=2018&to=2017&view=list');
  await expect(page.getByRole('alert')).toContainText('ends before it begins');
  await expectTotal(page, 89);
});

test('says that a choice is none and shows the default', async ({ page }) => {
  await open(page, '?view=hologram&sort=sideways');
  await expect(page.getByRole('alert')).toContainText('hologram');
  await expect(page.getByRole('alert')).toContainText('sideways');
  await expect(page.getByRole('radio', { name: 'Timeline' })).toBeChecked();
});

test('says what it can not colour, and shows the rest', async ({ page }) => {
  await open(page, '?colour=atlantis&view=list');
  await expect(page.getByRole('alert')).toContainText('“atlantis”, which is not a facet of this record');
  await expectTotal(page, 89);
  await open(page, '?colour=programme:nowhere,glo-act&view=list');
  await expect(page.getByRole('alert')).toContainText('“nowhere”');
  await expectTotal(page, 89);
});

test('hides a notice that was read', async ({ page }) => {
  await open(page, '?activity=never-happened&view=list');
  await page.getByRole('alert').getByRole('button', { name: 'Hide this notice' }).click();
  await expect(page.getByRole('alert')).toHaveCount(0);
});

const JUNK = [
  '?',
  '??',
  '&&&===',
  '%',
  '%E0%A4%A',
  '%00%01%02',
  'q=%',
  'q=%ED%A0%80%ED%B0%80',
  'q=%22%22%22---%22',
  `q=${'a'.repeat(3_000)}`,
  `programme=${'x,'.repeat(2_000)}`,
  'programme=,,,-,--,-,&region=-&theme=%2C%2C',
  'programme[]=1&programme[$ne]=2',
  'from=99999&to=-1',
  'from=-9999&to=9999',
  'from=0000&to=0000-00-00',
  'activity=%3Cscript%3Ealert(1)%3C/script%3E&q=%3Cimg%20src=x%20onerror=alert(1)%3E',
  'lanes=__proto__&view=constructor&sort=toString&activity=hasOwnProperty',
  'programme=__proto__,constructor&__proto__=1&constructor.mode=all',
  'v=9999&embed=maybe&gaps=unfold&compare=%F0%9F%A6%84&lang=xx-klingon-piqad',
  'data=',
  'lang=%00',
];

for (const half of [JUNK.slice(0, JUNK.length / 2), JUNK.slice(JUNK.length / 2)]) {
  test(`stands on ?${half[0]} and ${half.length - 1} more`, async ({ page }) => {
    for (const junk of half) {
      await test.step(`?${junk.slice(0, 60)}`, async () => {
        await open(page, `?${junk}&view=list`);
        await expect(status(page)).toHaveText(/^\d+ of 89 activities/);
        await expect(sentence(page)).toBeVisible();
      });
    }
    await page.getByRole('link', { name: 'EU–UNODC cooperation', exact: true }).click();
    await expectTotal(page, 89);
  });
}
