import { describe, expect, it } from 'vitest';
import { upgradeParams } from '../../src/url/upgrade';

describe('upgradeParams', () => {
  it.each(['', 'q=a&region=b', 'v=1&q=a', 'v=0&q=a', 'v=x&q=a', 'v=-5', 'v=2&q=a', 'v=1e9', 'v=NaN'])(
    'leaves %j as it stands while there is only one version',
    search => {
      expect(upgradeParams(new URLSearchParams(search)).toString()).toBe(new URLSearchParams(search).toString());
    },
  );
});
