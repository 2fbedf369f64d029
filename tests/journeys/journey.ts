import { type BrowserContext, test as base, expect, type Locator, type Page } from '@playwright/test';

interface Watch {
  /** Console messages that a test provokes on purpose. */
  tolerated: readonly RegExp[];
}

/** A browser's own words for a server's bad answer, in a test that is about bad answers. */
export const FAILED_LOADS = [/Failed to load resource/];

/** Collects whatever a page must never do: speak in the console, throw, break its policy, ask another origin. */
async function watch(context: BrowserContext, own: string, tolerated: readonly RegExp[]): Promise<string[]> {
  const complaints: string[] = [];
  const complain = (text: string) => {
    if (!tolerated.some(pattern => pattern.test(text))) complaints.push(text);
  };
  context.on('console', message => complain(`console ${message.type()}: ${message.text()}`));
  context.on('weberror', error => complain(`page error: ${error.error().message}`));
  context.on('request', request => {
    const { origin, protocol } = new URL(request.url());
    if (origin !== own && protocol !== 'data:') complain(`request to another origin: ${request.url()}`);
  });
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', event => {
      throw new Error(`policy violation: ${event.violatedDirective} ${event.blockedURI}`);
    });
  });
  return complaints;
}

interface Tools {
  /** Another browser profile, as another person has it, watched like the first. */
  otherPerson: () => Promise<Page>;
}

export const test = base.extend<Watch & Tools>({
  tolerated: [[], { option: true }],
  context: async ({ context, baseURL, tolerated }, use) => {
    const complaints = await watch(context, new URL(baseURL ?? '').origin, tolerated);
    await use(context);
    expect(complaints, 'what the page must never do').toEqual([]);
  },
  otherPerson: async ({ browser, baseURL, tolerated }, use) => {
    const contexts: { context: BrowserContext; complaints: string[] }[] = [];
    await use(async () => {
      const context = await browser.newContext();
      contexts.push({ context, complaints: await watch(context, new URL(baseURL ?? '').origin, tolerated) });
      return context.newPage();
    });
    for (const { context, complaints } of contexts) {
      await context.close();
      expect(complaints, 'what the page must never do').toEqual([]);
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

/** The number of activities that the status says are shown. */
export async function expectTotal(page: Page, total: number, of = 89): Promise<void> {
  await expect(status(page)).toHaveText(new RegExp(`^${total} of ${of} activit`));
}

export function sentence(page: Page): Locator {
  return page.getByRole('heading', { level: 1 });
}

export function timeline(page: Page): Locator {
  return page.getByRole('region', { name: 'Timeline', exact: true });
}

/** The marks that are shown, piles included, in no particular order. */
export function marks(page: Page): Locator {
  return timeline(page).locator('button[data-activity]:visible');
}

export function list(page: Page): Locator {
  return page.getByRole('list', { name: 'Activities', exact: true });
}

/** The links that open an activity, in the order of the list. */
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

/** What two people who share a link must both see. */
interface Screen {
  status: string | null;
  sentence: string | null;
  opened: string | null;
  from: string;
  to: string;
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
