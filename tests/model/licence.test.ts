import { describe, expect, it } from 'vitest';
import { licenceOf } from '../../src/model/licence';

describe('licenceOf', () => {
  it.each([
    ['CC-BY-4.0', 'CC BY 4.0', 'https://creativecommons.org/licenses/by/4.0/'],
    ['CC-BY-NC-SA-3.0', 'CC BY-NC-SA 3.0', 'https://creativecommons.org/licenses/by-nc-sa/3.0/'],
    ['CC0-1.0', 'CC0 1.0', 'https://creativecommons.org/publicdomain/zero/1.0/'],
    ['ODbL-1.0', 'ODbL-1.0', 'https://spdx.org/licenses/ODbL-1.0.html'],
    ['https://example.org/terms', 'https://example.org/terms', 'https://example.org/terms'],
    ['javascript:alert(1)', 'javascript:alert(1)', null],
    ['All rights reserved', 'All rights reserved', null],
  ])('%s is %s', (license, name, url) => {
    expect(licenceOf(license)).toEqual({ name, url });
  });
});
