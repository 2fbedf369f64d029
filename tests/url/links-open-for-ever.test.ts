import { describe, expect, it } from 'vitest';
import { WHOLE_RECORD } from '../../src/model/view';
import { parseView } from '../../src/url/parse';
import { serializeView } from '../../src/url/serialize';
import { links, otherwise } from './links.json';

/** Published links. Lines may be added, but none may be changed or removed. */
describe('a link of version 1', () => {
  it.each(links)('$link opens what it always opened', ({ link, opens }) => {
    expect(parseView(link).view).toStrictEqual({ ...WHOLE_RECORD, ...otherwise, ...opens });
  });

  it.each(links)('$link still opens the same once it is written anew', ({ link }) => {
    const { view } = parseView(link);
    expect(parseView(serializeView(view)).view).toStrictEqual(view);
  });
});
