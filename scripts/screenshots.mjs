/* Takes the screenshots in docs/screenshots of the built app. */
import { mkdirSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { preview } from 'vite';
import { BROWSER_ARGS, findOrInstallBrowser } from './find-browser.mjs';

const FOLDER = 'docs/screenshots';
const TWO_THEMES = 'theme=human-trafficking,migrant-smuggling';
const MEETING = `${TWO_THEMES}&from=2017&to=2018-06&lanes=institution&activity=2018-glo-act-steering-committee`;

/** @typedef {{ name: string, link?: string, size?: 'phone', dark?: true, act?: (page: import('@playwright/test').Page) => Promise<void>, hang?: true, hasMarks?: false }} Picture */

/** @type {Picture[]} */
const PICTURES = [
  { name: 'timeline-light', link: MEETING },
  { name: 'timeline-dark', link: MEETING, dark: true },
  { name: 'timeline-crowded', link: 'from=2017&to=2018-06&lanes=theme' },
  { name: 'timeline-partial', link: 'from=2022&to=2024-07&lanes=theme' },
  { name: 'opening', link: '' },
  { name: 'about', link: 'about=1' },
  { name: 'colour', link: 'colour=theme&lanes=institution' },
  { name: 'timeline-folded', link: 'gaps=fold&lanes=region&lanes.open=africa' },
  {
    name: 'pile',
    link: 'lanes=theme',
    act: page => page.locator('button[data-pile]').nth(2).click(),
  },
  { name: 'compare', link: 'institution=eeas&gaps=fold&compare=institution%3Deuropean-commission' },
  { name: 'table', link: `view=table&${TWO_THEMES}` },
  { name: 'table-dark', link: `view=table&${TWO_THEMES}`, dark: true },
  { name: 'table-phone', link: `view=table&${TWO_THEMES}`, size: 'phone' },
  { name: 'matrix', link: 'view=matrix' },
  { name: 'matrix-dark', link: 'view=matrix', dark: true },
  { name: 'matrix-phone', link: 'view=matrix', size: 'phone' },
  { name: 'map', link: 'view=map' },
  { name: 'map-dark', link: 'view=map', dark: true },
  { name: 'map-phone', link: 'view=map', size: 'phone' },
  { name: 'list-dark', link: `view=list&${TWO_THEMES}`, dark: true },
  { name: 'list', link: `view=list&sort=-date&${TWO_THEMES}` },
  {
    name: 'phone-timeline',
    link: `view=timeline&${TWO_THEMES}`,
    size: 'phone',
  },
  { name: 'phone', link: `${TWO_THEMES},maritime`, size: 'phone' },
  {
    name: 'phone-filters',
    link: TWO_THEMES,
    size: 'phone',
    act: page => page.getByRole('button', { name: /^Filters/ }).click(),
  },
  { name: 'phone-opened', link: 'activity=2017-our-ocean-commitments', size: 'phone', dark: true },
  { name: 'own', link: '', act: openOwn },
  { name: 'share', link: TWO_THEMES, act: page => page.getByRole('button', { name: 'Share and cite' }).click() },
  { name: 'empty', link: 'programme=glo-act&theme=maritime&from=2018', hasMarks: false },
  { name: 'loading', link: '', hang: true, hasMarks: false },
  { name: 'error', link: 'data=data/nowhere.json', hasMarks: false },
  { name: 'french', link: `lang=fr&${MEETING}` },
];

const SIZES = {
  desk: { viewport: { width: 1440, height: 900 } },
  phone: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 },
};

const TABLE = [
  ['Datum', 'Titel', 'Ort', 'Thema'],
  ['12.03.2021', 'Eröffnung der Ausstellung', 'Wien', 'Handschriften; Karten'],
  ['2.–4.6.2021', 'Tagung der Archive', 'Graz', 'Karten'],
  ['Herbst 2021', 'Umzug des Magazins', 'Wien', ''],
  ['17.01.2022', 'Neuer Katalog', 'Linz', 'Handschriften'],
]
  .map(cells => cells.join('\t'))
  .join('\n');

/** Opens the import dialog and pastes a small table.
 * @param {import('@playwright/test').Page} page
 */
async function openOwn(page) {
  await page.getByRole('button', { name: 'Open your own' }).first().click();
  await page.getByRole('textbox', { name: 'Paste a table' }).fill(TABLE);
  await page.getByRole('combobox', { name: 'Read “Datum” as' }).waitFor();
}

/** Matches when the page shows a result count or an error. The code of a panel loads after that. */
const SHOWN = '[role=status]:text-matches("[0-9]"), [role=alert]';
/** How long to wait before a screenshot, in milliseconds: longer than any animation. */
const AT_REST = 500;

mkdirSync(FOLDER, { recursive: true });
const server = await preview({ preview: { port: 4182, host: '127.0.0.1' }, logLevel: 'warn' });
const browser = await chromium.launch({
  executablePath: findOrInstallBrowser(),
  args: BROWSER_ARGS,
});
for (const { name, link = '', size = 'desk', dark, act, hang, hasMarks } of PICTURES) {
  const context = await browser.newContext({ ...SIZES[size], colorScheme: dark ? 'dark' : 'light', locale: 'en-GB' });
  const page = await context.newPage();
  if (hang) await page.route('**/data/*.json', () => {});
  await page.goto(`http://127.0.0.1:4182/?${link}`);
  if (!hang) await page.locator(SHOWN).first().waitFor();
  if (!hang) await page.waitForLoadState('networkidle');
  // On a wide screen, a link without `view` opens the timeline. Its marks are drawn last.
  if (hasMarks !== false && size === 'desk' && !link.includes('view='))
    await page.locator('[data-activity]').first().waitFor();
  await act?.(page);
  await page.waitForTimeout(AT_REST);
  await page.screenshot({ path: `${FOLDER}/${name}.png` });
  await context.close();
  console.log(`${FOLDER}/${name}.png`);
}
await browser.close();
await server.close();
