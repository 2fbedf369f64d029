import type { Random } from '../../src/lib/random';
import { absoluteAddress, addressFailure } from '../../src/model/address';
import { RESERVED_KEYS } from '../../src/model/link-keys';
import { knownView } from '../../src/model/selection-of';
import { WHOLE_RECORD } from '../../src/model/view';
import { LONGEST_READ } from '../../src/url/params';
import { parseView } from '../../src/url/parse';
import { refusalOf } from '../../src/url/refusal';
import { serializeView } from '../../src/url/serialize';
import { fuzzer } from '../fixtures/fuzzing';
import { pick } from '../fixtures/mutate';

const PAGE = 'https://host.example/explorer/';
const ORIGINS = { own: 'https://host.example', listed: ['https://data.example.org'] };

const KEYS = [...RESERVED_KEYS, 'table.columns', 'table.sort', 'lanes.open', 'region', 'region.mode', 'q.mode'].concat([
  'constructor',
  '__proto__',
  'hasOwnProperty',
  'toString',
  'valueOf',
  'programme[]',
  'Ünknown',
  '',
  ' region',
  '.mode',
]);

const TEXTS = [
  ...[
    '',
    '1',
    '0',
    'all',
    'none',
    'fold',
    'show',
    'fr',
    'list',
    'title',
    '-date',
    'region',
    '_none',
    '-_none',
    ',',
    '-,--a',
  ],
  ...['2017', '2017-02-30', '-0044', '99999', '9999-12-31', '0000', '2018~', '2017-01-01T00:00', '1e9', '-1', 'NaN'],
  ...['__proto__', 'constructor', 'toString', '<img src=x onerror=alert(1)>', '"><script>alert(1)</script>'],
  ...[
    'javascript:alert(1)',
    'data:text/html,x',
    '//evil.example/x',
    'https://user@host.example/x',
    '\\\\evil.example',
    '/\t/e.example',
  ],
  ...[
    '../../etc/passwd',
    'blob:https://host.example/1',
    'http://[',
    '%',
    '%E0%A4%A',
    '%ED%A0%80',
    '%00',
    '+',
    '&&=',
    '#',
  ],
  ...['\u202e', '\u0000', '\ud83d', '😀', 'é', '新闻', 'ß', '\ufeff', '\r\nSet-Cookie: a=b', ' '],
];

/** Hostile query strings: read without a throw, said where something is left out, and the same for ever once written. */
export const run = fuzzer('links', async random => {
  const search = hostile(random);
  const { view, problems } = parseView(search);
  if (Object.getPrototypeOf(view.facets) !== Object.prototype) return 'the facets have another prototype';
  for (const id of Object.keys(view.facets)) {
    if (!/^[a-z0-9-]+$/.test(id) || RESERVED_KEYS.some(key => key === id)) return `${id} was taken for a facet`;
  }
  const link = serializeView(view);
  if (!/^(\?[A-Za-z0-9\-._~%+,/:=&]+)?$/.test(link)) return `written with other characters: ${link}`;
  const again = parseView(link);
  if (again.problems.length > 0) return `own link not followed: ${link}`;
  if (serializeView(again.view) !== link) return `not read as written: ${link}`;
  if (JSON.stringify(again.view) !== JSON.stringify({ ...view, facets: again.view.facets })) return 'another view';
  const given = new URLSearchParams(search).get('data');
  if (view.data !== (given || null)) return `another record: ${view.data}`;
  if (problems.some(({ found }) => found.length > 200)) return 'a notice quotes more than a sentence holds';
  if (refusalOf(view, { panel: null }) !== null) return 'a link that gets no longer was refused';
  const known = knownView(view, ['region']);
  if (Object.keys(known.facets).some(id => id !== 'region')) return 'an unknown facet was kept';
  const address = view.data === null ? null : absoluteAddress(view.data, PAGE);
  const isOpened = view.data !== null && addressFailure(address, ORIGINS) === null;
  if (isOpened && !/^https:\/\/(host\.example|data\.example\.org)\//.test(address ?? '')) return `opens ${address}`;
  return Object.keys(view).length === Object.keys(WHOLE_RECORD).length ? null : 'not a view';
});

function hostile(random: Random): string {
  const pairs = Array.from({ length: random.below(12) }, () => {
    const key = random.below(12) === 0 ? noise(random) : pick(random, KEYS);
    const texts = Array.from({ length: 1 + random.below(4) }, () =>
      random.below(5) === 0 ? noise(random) : pick(random, TEXTS),
    );
    const text = texts.join(pick(random, [',', '', '-', ' ']));
    return `${written(random, key)}=${written(random, text)}`;
  });
  if (random.below(40) === 0) pairs.push(`${pick(random, KEYS)}=${'x,'.repeat(random.below(LONGEST_READ))}`);
  return pick(random, ['?', '', '??', '&']) + pairs.join(pick(random, ['&', '&', '&&', ';']));
}

/** As it is, as a browser encodes it, or encoded twice. */
function written(random: Random, text: string): string {
  const encoded = encodeURIComponent(text.toWellFormed());
  return pick(random, [text, encoded, encoded, encodeURIComponent(encoded)]);
}

function noise(random: Random): string {
  return String.fromCharCode(...Array.from({ length: random.below(8) }, () => random.below(0x10000)));
}
