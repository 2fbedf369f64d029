import { expect, expectTotal, open, sentence, test } from './journey';
import { expected } from './oracle';

for (const timezoneId of ['America/New_York', 'Pacific/Kiritimati', 'Asia/Kathmandu']) {
  test.describe(`a day is the same day in ${timezoneId}`, () => {
    test.use({ timezoneId });

    test('in the list, the opened activity, the strip and the window', async ({ page }) => {
      await open(page, '?view=list&from=2018-02-06&to=2018-02-06&activity=2018-glo-act-steering-committee');
      await expectTotal(page, expected('from=2018-02-06&to=2018-02-06').total);
      await expect(sentence(page)).toHaveText(/, 6 February 2018$/);
      await expect(page.locator('time').first()).toHaveText('6 February');
      await expect(page.locator('time').first()).toHaveAttribute('datetime', '2018-02-06');
      await expect(page.getByRole('complementary')).toContainText('Tuesday, 6 February 2018');
      await expect(page.getByRole('textbox', { name: 'From' })).toHaveValue('2018-02-06');
      const start = page.getByRole('slider', { name: 'Start of the window' });
      await expect(start).toHaveAttribute('aria-valuetext', '6 February 2018');
    });

    test('on the timeline', async ({ page }) => {
      await open(page, '?from=2018-02-01&to=2018-02-14&lanes=none&activity=2018-glo-act-steering-committee');
      const mark = page.locator('button[data-activity="2018-glo-act-steering-committee"]:visible');
      await expect(mark).toHaveAccessibleName(/, 6 February 2018$/);
      const shape = await mark.locator('.mark-shape').boundingBox();
      const plane = await page.locator('.vis-panel.vis-center').boundingBox();
      if (!shape || !plane) throw new Error('nothing is drawn');
      // Noon of the sixth of fourteen days between the pads of the plane.
      const share = (shape.x + shape.width / 2 - plane.x - 12) / (plane.width - 24);
      expect(share).toBeGreaterThan(5.3 / 14);
      expect(share).toBeLessThan(5.7 / 14);
      await expect(page.locator('.vis-custom-time-marker')).toHaveText('6 Feb');
    });
  });
}
