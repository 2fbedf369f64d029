import { type Browser, type BrowserContext, test as base, expect, type Locator, type Page } from '@playwright/test';

interface Options {
  /** Console messages that a test provokes on purpose. */
  tolerated: readonly RegExp[];
  /** The test gets its own browser profile, for example because it needs other options. */
  ownProfile: boolean;
}

/** The browser's console message for a failed request, for tests that provoke one. */
export const FAILED_LOADS = [/Failed to load resource/];

/**
 * A browser profile that records forbidden events of its pages: console messages, exceptions, policy violations, requests to
 * other origins.
 */
interface Profile {
  context: BrowserContext;
  complaints: string[];
}

async function newProfile(browser: Browser, own: string): Promise<Profile> {
  const context = await browser.newContext();
  const complaints: string[] = [];
  context.on('console', message => complaints.push(`console ${message.type()}: ${message.text()}`));
  context.on('weberror', error => complaints.push(`page error: ${error.error().message}`));
  context.on('request', request => {
    const { origin, protocol } = new URL(request.url());
    if (origin !== own && protocol !== 'data:') complaints.push(`request to another origin: ${request.url()}`);
  });
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', event => {
      throw new Error(`policy violation: ${event.violatedDirective} ${event.blockedURI}`);
    });
  });
  return { context, complaints };
}

function expectNoComplaint({ complaints }: Profile, tolerated: readonly RegExp[]): void {
  const said = complaints.splice(0).filter(complaint => !tolerated.some(pattern => pattern.test(complaint)));
  expect(said, 'what a page must never do').toEqual([]);
}

interface Tools {
  profile: Profile;
  /** Opens a page in another browser profile, as another person would. */
  otherPerson: () => Promise<Page>;
}

interface Kept {
  /** The profile that the tests of a worker share, because creating one is slow. Each test begins without stored preferences. */
  kept: { profile: Profile | null };
}

export const test = base.extend<Options & Tools, Kept>({
  tolerated: [[], { option: true }],
  ownProfile: [false, { option: true }],
  kept: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright requires a destructured first argument
    async ({}, use) => {
      const kept: Kept['kept'] = { profile: null };
      await use(kept);
      await kept.profile?.context.close();
    },
    { scope: 'worker' },
  ],
  profile: async ({ browser, baseURL, kept, ownProfile, tolerated }, use) => {
    const { origin } = new URL(baseURL ?? '');
    const profile = (ownProfile ? null : kept.profile) ?? (await newProfile(browser, origin));
    if (!ownProfile) kept.profile = profile;
    await use(profile);
    if (ownProfile) await profile.context.close();
    expectNoComplaint(profile, tolerated);
  },
  context: ({ profile }, use) => use(profile.context),
  page: async ({ context, baseURL }, use) => {
    const page = await context.newPage();
    // Preferences that an earlier test chose, such as closed facets, would hide what this one looks for.
    const session = await context.newCDPSession(page);
    const { origin } = new URL(baseURL ?? '');
    await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'local_storage' });
    await session.detach();
    await use(page);
    await page.close();
  },
  otherPerson: async ({ browser, baseURL, tolerated }, use) => {
    const profiles: Profile[] = [];
    await use(async () => {
      const profile = await newProfile(browser, new URL(baseURL ?? '').origin);
      profiles.push(profile);
      return profile.context.newPage();
    });
    for (const profile of profiles) {
      await profile.context.close();
      expectNoComplaint(profile, tolerated);
    }
  },
});

export { expect };

/** Opens a link and waits until the page has answered it. */
export async function open(page: Page, link = ''): Promise<void> {
  await page.goto(link === '' ? './' : link);
  await expect(status(page)).toHaveText(/\d/);
}

export function status(page: Page): Locator {
  return page.getByRole('status');
}

/** Expects the number of activities in the status. */
export async function expectTotal(page: Page, total: number, of = 89): Promise<void> {
  await expect(status(page)).toHaveText(new RegExp(`^${total} of ${of} activit`));
}

export function sentence(page: Page): Locator {
  return page.getByRole('heading', { level: 1 });
}

/** The box that searches activities. In a record with facets it also offers their values. */
export function searchBox(page: Page): Locator {
  return page
    .getByRole('search')
    .getByRole('combobox')
    .or(page.getByRole('searchbox', { name: 'Search activities' }));
}

export function timeline(page: Page): Locator {
  return page.getByRole('region', { name: 'Timeline', exact: true });
}

/** The visible marks, including piles, in no particular order. */
export function marks(page: Page): Locator {
  return timeline(page).locator('button[data-activity]:visible');
}

export function list(page: Page): Locator {
  return page.getByRole('list', { name: 'Activities', exact: true });
}

/** The links to activities, in the order of the list. */
export function titles(page: Page): Locator {
  return list(page).getByRole('listitem').getByRole('heading').getByRole('link');
}

export function facet(page: Page, name: string): Locator {
  return page.getByRole('group', { name, exact: true });
}

export function box(page: Page, name: string): Locator {
  return page.getByRole('checkbox', { name: new RegExp(`^${escaped(name)}, (.*, )?\\d+ activit`) });
}

export function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** The query string of the page, without its `?`. */
export function linkOf(page: Page): string {
  return new URL(page.url()).search.slice(1);
}

export function steps(page: Page): Promise<number> {
  return page.evaluate(() => history.length);
}

/** Everything that must be equal for two people who share a link. */
interface Screen {
  status: string | null;
  sentence: string | null;
  opened: string | null;
  from: string;
  to: string;
}

/** Waits until the page shows what another screen showed. */
export async function expectScreen(page: Page, screen: Screen): Promise<void> {
  await expect.poll(() => screenOf(page)).toEqual(screen);
}

export async function screenOf(page: Page): Promise<Screen> {
  const opened = page.getByRole('complementary');
  return {
    status: await status(page).textContent(),
    sentence: await sentence(page).textContent(),
    opened: (await opened.count()) > 0 ? await opened.getByRole('heading').first().textContent() : null,
    from: await page.getByRole('textbox', { name: 'From' }).inputValue(),
    to: await page.getByRole('textbox', { name: 'To' }).inputValue(),
  };
}
