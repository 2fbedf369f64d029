/** Texts that break careless writers. */
const TEXTS = [
  "=cmd|' /C calc'!A0",
  '+1',
  '-2+3',
  '@SUM(A1)',
  "'=quoted",
  "''=twice",
  "'plain",
  '\ttab first',
  'comma, "quotes" and; semicolons',
  'line\nend, line\r\nend',
  '{braces} & ]]> <b>markup</b> \\ backslash',
  'שלום עולם and العربية',
  'astral 𝒳 👩‍👩‍👧‍👦 and ł',
  'control \u0001\u0008\u000b\u001f characters',
  'a number first: 1. 2) # * _ ~',
  '  spaces around  ',
  `long ${'word '.repeat(20_000)}`,
];

const DATES = [
  '2018-06-19',
  '2018-06-19/2018-06-21',
  '2018-06',
  '2018~',
  '2018-06-19?',
  '[2018-06-01..2018-06-30]',
  '2018-06/..',
  '-0043-03-15',
  '1899-12-31',
  '2018-12-31',
  '201X',
  '2018-21',
];

/** A dataset whose texts, dates and labels break careless writers. */
export const HOSTILE = {
  format: 'chronofacet-dataset/1',
  id: 'hostile',
  title: 'Hostile, "quoted" & =1+1',
  language: 'en',
  license: 'CC0-1.0',
  updated: '2026-11-30',
  sources: [{ id: 'book', title: 'A book; volume 2, part \\3', url: 'https://book.example/?a=1&b=2' }],
  coverage: [{ from: '2018-01-01', to: '2018-06-30' }],
  facets: [
    {
      id: 'topic',
      label: 'Topic; main',
      values: [
        { id: 'top', label: '=TOP()' },
        { id: 'below', label: 'below > above; "x"', broader: 'top' },
        { id: 'deep', label: 'deep, er', broader: 'below' },
        { id: 'unused', label: 'unused' },
      ],
    },
    {
      id: 'flat',
      label: 'Flat',
      values: [
        { id: 'one', label: 'One' },
        { id: 'two', label: 'Two' },
      ],
    },
  ],
  activities: TEXTS.map((text, i) => ({
    id: `a-${i}`,
    date: DATES[i % DATES.length],
    title: text.slice(0, 200),
    summary: text,
    tags: { topic: i % 3 === 0 ? ['deep', 'top'] : ['below'], ...(i % 2 === 0 && { flat: ['one', 'two'] }) },
    place: { name: text.slice(0, 50), country: 'BE', coordinates: [4.35, 50.85] },
    links: [
      { label: text.slice(0, 50), url: `https://a.example/${i}?x=1,2;3` },
      { label: 'second', url: 'https://b.example/' },
    ],
    source: { id: 'book', item: i + 1 },
  })),
};
