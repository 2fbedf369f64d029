/* The pictures in docs/screenshots, taken from the built app. */
import { mkdirSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { preview } from 'vite';
import { findOrInstallBrowser } from './find-browser.mjs';

const FOLDER = 'docs/screenshots';
const TWO_THEMES = 'theme=human-trafficking,migrant-smuggling';
const MEETING = `${TWO_THEMES}&from=2017&to=2018-06&lanes=institution&activity=2018-glo-act-steering-committee`;

/** @typedef {{ name: string, link?: string, size?: 'phone', dark?: true, act?: (page: import('@playwright/test').Page) => Promise<void>, hang?: true }} Picture */

/** @type {Picture[]} */
const PICTURES = [
  { name: 'timeline-light', link: MEETING },
  { name: 'timeline-dark', link: MEETING, dark: true },
  { name: 'timeline-crowded', link: 'from=2017&to=2018-06&lanes=theme' },
  { name: 'timeline-partial', link: 'from=2022&to=2024-07&lanes=theme' },
  { name: 'timeline-whole', link: '' },
  { name: 'list', link: `view=list&sort=-date&${TWO_THEMES}` },
  { name: 'phone', link: `${TWO_THEMES},maritime`, size: 'phone' },
  {
    name: 'phone-filters',
    link: TWO_THEMES,
    size: 'phone',
    act: page => page.getByRole('button', { name: /^Filters/ }).click(),
  },
  { name: 'phone-opened', link: 'activity=2017-our-ocean-commitments', size: 'phone', dark: true },
  { name: 'share', link: TWO_THEMES, act: page => page.getByRole('button', { name: 'Share', exact: true }).click() },
  { name: 'empty', link: 'programme=glo-act&theme=maritime&from=2018' },
  { name: 'loading', link: '', hang: true },
  { name: 'error', link: 'data=data/nowhere.json' },
  { name: 'french', link: `lang=fr&${MEETING}` },
];

const SIZES = {
  desk: { viewport: { width: 1440, height: 900 } },
  phone: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 },
};

mkdirSync(FOLDER, { recursive: true });
const server = await preview({ preview: { port: 4182, host: '127.0.0.1' }, logLevel: 'warn' });
const browser = await chromium.launch({
  executablePath: findOrInstallBrowser(),
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
});
for (const { name, link = '', size = 'desk', dark, act, hang } of PICTURES) {
  const context = await browser.newContext({ ...SIZES[size], colorScheme: dark ? 'dark' : 'light', locale: 'en-GB' });
  const page = await context.newPage();
  if (hang) await page.route('**/data/*.json', () => {});
  await page.goto(`http://127.0.0.1:4182/?${link}`);
  await page.waitForTimeout(1500);
  await act?.(page);
  await page.waitForTimeout(500);
  await page.screenshot({ path: `${FOLDER}/${name}.png` });
  await context.close();
  console.log(`${FOLDER}/${name}.png`);
}
await browser.close();
await server.close();
