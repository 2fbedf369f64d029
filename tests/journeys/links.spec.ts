import type { Page } from '@playwright/test';
import { expect, expectTotal, facet, open, sentence, test, titles } from './journey';
import { expected, record, titleOf } from './oracle';

interface DeepLink {
  link: string;
  /** The sentence after the count. */
  says: string;
  /** The open activity. */
  opens?: string;
}

const WHOLE = '2017 – 2024';
const GLO_ACT = '2018-glo-act-steering-committee';

const LINKS: readonly DeepLink[] = [
  { link: '', says: ` of EU–UNODC cooperation, ${WHOLE}` },
  { link: 'v=1', says: ` of EU–UNODC cooperation, ${WHOLE}` },
  { link: 'programme=glo-act&view=list', says: ` under GLO.ACT, ${WHOLE}` },
  {
    link: 'programme=glo-act,ccp&view=list',
    says: ` under the Container Control Programme (CCP) or GLO.ACT, ${WHOLE}`,
  },
  { link: 'programme=_none&view=list', says: ` with no programme, ${WHOLE}` },
  { link: 'region=africa', says: ` in Africa, ${WHOLE}` },
  { link: 'region=-africa&view=list', says: ` not in Africa, ${WHOLE}` },
  { link: 'region=africa,-sahel&view=list', says: ` in Africa not in the Sahel, ${WHOLE}` },
  { link: 'region=be&view=list', says: ` in Belgium, ${WHOLE}` },
  { link: 'region=-africa,-europe,-_none&lanes=none', says: ` not in Africa or Europe with any region, ${WHOLE}` },
  { link: 'institution=_none&view=list', says: ` with no EU institution, ${WHOLE}` },
  {
    link: 'institution=european-commission,eeas&institution.mode=all&view=list',
    says: ` with the European External Action Service (EEAS) and the European Commission, ${WHOLE}`,
  },
  { link: 'institution=ec3&view=list', says: ` with the European Cybercrime Centre (EC3), ${WHOLE}` },
  {
    link: 'theme=human-trafficking,migrant-smuggling&view=list',
    says: ` on human trafficking or migrant smuggling, ${WHOLE}`,
  },
  {
    link: 'theme=human-trafficking,migrant-smuggling&theme.mode=all&view=list',
    says: ` on human trafficking and migrant smuggling, ${WHOLE}`,
  },
  {
    link: 'theme=terrorism&region=global&institution=-_none&view=list',
    says: ` on terrorism prevention with any EU institution worldwide, ${WHOLE}`,
  },
  { link: 'q=smuggling&view=list', says: ` mentioning “smuggling”, ${WHOLE}` },
  {
    link: 'q=%22steering+committee%22+-africa&view=list&sort=-date',
    says: ` mentioning “"steering committee" -africa”, ${WHOLE}`,
  },
  { link: 'from=2017&to=2017&view=list', says: ', 2017' },
  { link: 'from=2017&to=2018-06', says: ', January 2017 – June 2018' },
  { link: 'from=2018-06-19&to=2018-06-19&view=list', says: ', 19 June 2018' },
  { link: 'from=2022&view=list', says: ', from 2022' },
  { link: 'to=2017-01&view=list', says: ', until January 2017' },
  { link: 'from=2019&to=2021&view=list', says: ', 2019 – 2021' },
  { link: 'from=2022-02&to=2022-03&view=list', says: ', February 2022 – March 2022' },
  { link: `activity=${GLO_ACT}`, says: ` of EU–UNODC cooperation, ${WHOLE}`, opens: GLO_ACT },
  {
    link: `theme=wildlife&from=2017&to=2018-06&lanes=institution&activity=${GLO_ACT}`,
    says: ' on wildlife and forest crime, January 2017 – June 2018',
    opens: GLO_ACT,
  },
  {
    link: `programme=glo-act&q=committee&view=list&sort=title&activity=${GLO_ACT}`,
    says: ` under GLO.ACT mentioning “committee”, ${WHOLE}`,
    opens: GLO_ACT,
  },
  {
    link: 'programme=glo-act&programme=ccp&view=list',
    says: ` under the Container Control Programme (CCP) or GLO.ACT, ${WHOLE}`,
  },
  {
    link: 'programme=pact&region=americas&from=2023&view=list',
    says: ' in the Americas under Pakistan’s Action to Counter Terrorism (PACT), from 2023',
  },
];

/** Returns the labels of all checkboxes of a facet after expanding it. */
function boxesOf(page: Page, name: string): Promise<string[]> {
  return facet(page, name).evaluate(async group => {
    const folded = () =>
      [...group.querySelectorAll<HTMLElement>('button[aria-expanded="false"]')].find(one => one.checkVisibility());
    for (let next = folded(); next; next = folded()) {
      next.click();
      await new Promise(requestAnimationFrame);
    }
    return [...group.querySelectorAll('[type="checkbox"]')].map(box => box.getAttribute('aria-label') ?? '');
  });
}

/** Returns the count of each value of a facet by label. */
async function countsOf(page: Page, name: string): Promise<Map<string, number>> {
  const values = record.facets.find(({ label }) => label === name)?.values ?? [];
  return new Map(
    (await boxesOf(page, name)).map(said => {
      const [, words = said, count] = /^(.*), (\d+) activit(?:y|ies)(?:, excluded)?$/.exec(said) ?? [];
      const value = values.find(({ label, short }) => words === label || words === `${label}, ${short}`);
      return [value?.label ?? words, Number(count)];
    }),
  );
}

async function expectOpened(page: Page, { link, says, opens }: DeepLink): Promise<void> {
  const wanted = expected(link);
  await open(page, `?${link}`);
  await expectTotal(page, wanted.total);
  const count = wanted.total === 0 ? 'No activities' : `${wanted.total} activit${wanted.total === 1 ? 'y' : 'ies'}`;
  await expect(sentence(page)).toHaveText(count + says);
  const title = 'EU–UNODC cooperation';
  await expect(page).toHaveTitle(says.includes(title) ? count + says : `${count}${says} – ${title}`);
  const opened = page.getByRole('complementary');
  if (opens === undefined) await expect(opened).toHaveCount(0);
  else await expect(opened).toHaveAccessibleName(titleOf(opens));
  if (link.includes('view=list') && wanted.total > 0) {
    const shown = await titles(page).allTextContents();
    const sort = new URLSearchParams(link).get('sort');
    if (sort === 'title') expect(shown).toEqual([...wanted.titles].sort(new Intl.Collator('en').compare));
    else expect(shown).toEqual(sort === '-date' ? [...wanted.titles].reverse() : wanted.titles);
  }
  for (const { label } of record.facets) {
    expect(Object.fromEntries(await countsOf(page, label))).toEqual(Object.fromEntries(wanted.counts.get(label) ?? []));
  }
}

/** The number of links per test. They share one page, whose files load only once. */
const AT_ONCE = 6;

for (let first = 0; first < LINKS.length; first += AT_ONCE) {
  const some = LINKS.slice(first, first + AT_ONCE);
  test(`opens links ${first + 1} to ${first + some.length}`, async ({ page }) => {
    for (const link of some) await test.step(`?${link.link}`, () => expectOpened(page, link));
  });
}

test('writes the same link again that it was opened by', async ({ page }) => {
  const link = 'programme=ccp,glo-act&theme=-sport&q=committee&from=2017&to=2018-06&lanes=theme';
  await open(page, `?${link}`);
  await page.getByRole('button', { name: 'Share and cite' }).click();
  await expect(page.getByRole('textbox', { name: 'Link to this view' })).toHaveValue(page.url());
});
