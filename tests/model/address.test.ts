import { describe, expect, it } from 'vitest';
import { absoluteAddress, addressFailure, imageAddress, isLocalAddress, LOCAL } from '../../src/model/address';
import { localAddress } from '../../src/model/local-address';

const PAGE = 'https://host.example/explorer/';
const ORIGINS = { own: 'https://host.example', listed: ['https://data.example.org', 'http://localhost:8080'] };

/** Returns the allowed address, or the code and detail of the refusal. */
function outcome(data: string): string {
  const address = absoluteAddress(data, PAGE);
  const failure = addressFailure(address, ORIGINS);
  return failure ? `${failure.code} ${failure.found}`.trim() : (address ?? '');
}

const OTHER = 'refusedOrigin https://other.example';

describe('the address of a dataset', () => {
  it.each([
    // Addresses of the page's own origin.
    ['data/record.json', `${PAGE}data/record.json`],
    ['../record.json', 'https://host.example/record.json'],
    ['/record.json?a=b#c', 'https://host.example/record.json?a=b#c'],
    ['go?to=https://other.example/x', `${PAGE}go?to=https://other.example/x`],
    ['..%2f..%2fx.json', `${PAGE}..%2f..%2fx.json`],
    ['%2F%2Fother.example/x', `${PAGE}%2F%2Fother.example/x`],
    ['https:other.example/x', `${PAGE}other.example/x`],
    ['https:/other.example/x', 'https://host.example/other.example/x'],
    ['https://HOST.example/x', 'https://host.example/x'],
    ['https://host.example:443/x', 'https://host.example/x'],
    ['https://h%6Fst.example/x', 'https://host.example/x'],
    ['https://ｈost。example/x', 'https://host.example/x'],
    ['https://@host.example/x', 'https://host.example/x'],
    ['https://host.example\\@other.example/x', 'https://host.example/@other.example/x'],
    ['hTtPs://host.example\t/\nx', 'https://host.example/x'],
    // Listed origins, with the same scheme and port.
    ['https://data.example.org/x', 'https://data.example.org/x'],
    ['http://localhost:8080/x', 'http://localhost:8080/x'],
    ['http://data.example.org/x', 'refusedOrigin http://data.example.org'],
    ['https://data.example.org:8443/x', 'refusedOrigin https://data.example.org:8443'],
    ['http://localhost/x', 'refusedOrigin http://localhost'],
    ['https://www.data.example.org/x', 'refusedOrigin https://www.data.example.org'],
    // Another host in disguise.
    ['https://other.example/x', OTHER],
    ['//other.example/x', OTHER],
    ['///other.example/x', OTHER],
    ['\\\\other.example\\x', OTHER],
    ['/\\other.example/x', OTHER],
    ['\\/other.example/x', OTHER],
    ['/\t/other.example/x', OTHER],
    ['http:/other.example/x', 'refusedOrigin http://other.example'],
    ['HTTPS://OTHER.EXAMPLE/x', OTHER],
    [' \u0000https://other.example/x', OTHER],
    ['ht\ntps://oth\ter.example/x', OTHER],
    ['https://other.example?@host.example/x', OTHER],
    ['https://other.example#@host.example/x', OTHER],
    ['https://host.example.other.example/x', 'refusedOrigin https://host.example.other.example'],
    ['https://host.example./x', 'refusedOrigin https://host.example.'],
    ['https://host.example:8443/x', 'refusedOrigin https://host.example:8443'],
    ['http://host.example/x', 'refusedOrigin http://host.example'],
    ['https://hоst.example/x', 'refusedOrigin https://xn--hst-sed.example'],
    ['https://0x7f.1/x', 'refusedOrigin https://127.0.0.1'],
    ['https://[::1]/x', 'refusedOrigin https://[::1]'],
    // User names.
    ['https://host.example@other.example/x', 'refusedUser'],
    ['https://host.example:443@other.example/x', 'refusedUser'],
    ['https://host.example%2F@other.example/x', 'refusedUser'],
    ['https://user:secret@host.example/x', 'refusedUser'],
    ['//user@host.example/x', 'refusedUser'],
    // Other schemes.
    ['data:application/json,{}', 'refusedScheme data:'],
    ['javascript:alert(1)', 'refusedScheme javascript:'],
    ['JaVa\nScRiPt:alert(1)', 'refusedScheme javascript:'],
    ['blob:https://host.example/0a-1b', 'refusedScheme blob:'],
    ['filesystem:https://host.example/temporary/x', 'refusedScheme filesystem:'],
    ['file:///etc/passwd', 'refusedScheme file:'],
    ['ftp://host.example/x', 'refusedScheme ftp:'],
    ['wss://host.example/x', 'refusedScheme wss:'],
    ['about:blank', 'refusedScheme about:'],
    ['view-source:https://host.example/x', 'refusedScheme view-source:'],
    // Invalid addresses.
    ['http://', 'badAddress'],
    ['https://[', 'badAddress'],
    ['https://host.example:99999/', 'badAddress'],
    ['https://host.example%00.other.example/', 'badAddress'],
    ['https://host .example/', 'badAddress'],
  ])('%j is %s', (data, expected) => {
    expect(outcome(data)).toBe(expected);
  });
});

describe('the address of a file of the reader', () => {
  it('is the same for the same file, and a valid address for any name', () => {
    for (const name of ['Missions 2019.xlsx', 'Übersicht #1?.csv', '表.csv', '']) {
      const address = localAddress(name, '12 34');
      expect(isLocalAddress(address)).toBe(true);
      expect(absoluteAddress(address, PAGE)).toBe(address);
      expect(localAddress(name, '12 34')).toBe(address);
      expect(localAddress(name, '12 35')).not.toBe(address);
    }
  });

  it('is never fetched', () => {
    expect(outcome(localAddress('a.csv', ''))).toBe('refusedScheme local:');
  });
});

describe('the address of an image', () => {
  const DATASET = 'https://data.example.org/records/a.json';

  it.each<[string, string, string | null]>([
    ['images/a.jpg', DATASET, 'https://data.example.org/records/images/a.jpg'],
    ['/a.jpg', `${PAGE}data/a.json`, 'https://host.example/a.jpg'],
    ['https://host.example/a.jpg', DATASET, 'https://host.example/a.jpg'],
    ['https://other.example/a.jpg', DATASET, null],
    ['//other.example/a.jpg', DATASET, null],
    ['data:image/png;base64,AAAA', DATASET, null],
    ['javascript:alert(1)', DATASET, null],
    ['https://', DATASET, null],
    ['a.jpg', LOCAL, null],
    ['https://host.example/a.jpg', LOCAL, 'https://host.example/a.jpg'],
  ])('%s in %s is %s', (src, dataset, expected) => {
    expect(imageAddress(src, dataset, ORIGINS)).toBe(expected);
  });
});
