import { expect, expectTotal, linkOf, open, sentence, test } from './journey';
import { expected } from './oracle';

for (const link of ['', '?view=list']) {
  test.describe(`the window's fields ${link ? 'over the list' : 'over the timeline'}`, () => {
    test('set the window when they are entered', async ({ page }) => {
      await open(page, link);
      const from = page.getByRole('textbox', { name: 'From' });
      const to = page.getByRole('textbox', { name: 'To' });
      await from.fill('2017-03');
      await from.press('Enter');
      await expectTotal(page, expected('from=2017-03').total);
      await to.fill('2017-03-21');
      await to.press('Enter');
      await expectTotal(page, expected('from=2017-03&to=2017-03-21').total);
      expect(linkOf(page)).toContain('from=2017-03&to=2017-03-21');
      await expect(sentence(page)).toContainText('1–21 March 2017');
      await from.fill('');
      await from.press('Enter');
      await expectTotal(page, expected('to=2017-03-21').total);
    });

    test('say what is no date and keep the window', async ({ page }) => {
      await open(page, `${link || '?'}&from=2018`);
      const from = page.getByRole('textbox', { name: 'From' });
      const before = await sentence(page).textContent();
      await from.fill('2017-13');
      await from.press('Enter');
      await expect(page.getByRole('alert')).toHaveText(/“2017-13” is not a date/);
      await expect(from).toHaveAttribute('aria-invalid', 'true');
      await expect(sentence(page)).toHaveText(String(before));
      await from.fill('2018-02-30');
      await from.press('Enter');
      await expect(page.getByRole('alert')).toHaveText(/“2018-02-30” is not a date/);
      await from.fill('2018');
      await from.press('Enter');
      await expect(page.getByRole('alert')).toHaveCount(0);
    });

    test('say that the window would be reversed and keep it', async ({ page }) => {
      await open(page, `${link || '?'}&from=2018`);
      const to = page.getByRole('textbox', { name: 'To' });
      await to.fill('2017-12');
      await to.press('Enter');
      await expect(page.getByRole('alert')).toHaveText(
        /^The window would end before it begins: 2017-12 waits for an earlier “From”/,
      );
      await expectTotal(page, expected('from=2018').total);
      expect(linkOf(page)).not.toContain('to=');
    });
  });
}
