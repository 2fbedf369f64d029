import { describe, expect, it } from 'vitest';
import { startConfigOf } from '../../src/formats/explorer/fetch-config';
import { readConfig } from '../../src/formats/explorer/read-config';

const FULL = {
  format: 'chronofacet-explorer/1',
  dataset: 'data/ports.json',
  title: { en: 'Ports', fr: 'Les ports' },
  languages: ['fr', 'en'],
  view: '?view=list&lanes=none',
  contact: 'ports@example.org',
  accent: '#1F6F5C',
  logo: 'logo.svg',
  links: [
    { label: 'Harbour office', url: 'https://example.org/' },
    { label: 'Terms', url: 'terms.html' },
  ],
  dataOrigins: ['https://data.example.org'],
  engine: { url: 'api/' },
};

function read(config: unknown) {
  return readConfig(typeof config === 'string' ? config : JSON.stringify(config), 'data/shipped.json');
}

describe('explorer.json', () => {
  it('is read whole', () => {
    const { config, problems } = read(FULL);
    const { format: _, ...fields } = FULL;
    expect(problems).toEqual([]);
    expect(config).toEqual({ ...fields, view: 'view=list&lanes=none' });
  });

  it('opens the shipped record where it is missing, empty or no JSON, and says the latter', () => {
    expect(read('')).toEqual({ config: { dataset: 'data/shipped.json' }, problems: [] });
    expect(read('<!doctype html><title>Not found</title>').problems).toEqual([]);
    expect(read('{ dataset').config).toEqual({ dataset: 'data/shipped.json' });
    expect(read('{ dataset').problems).toMatchObject([{ path: 'explorer.json', code: 'notJson' }]);
    expect(read([]).problems).toMatchObject([{ path: 'explorer.json', code: 'notObject' }]);
  });

  it.each([
    ['format', 'chronofacet-dataset/1', 'configFormat'],
    ['dataset', 7, 'notText'],
    ['title', [], 'notText'],
    ['languages', ['english please'], 'badLanguage'],
    ['contact', 'call us', 'badUrl'],
    ['accent', 'red', 'badColour'],
    ['logo', 'https://elsewhere.example/logo.png', 'notOwnAddress'],
    ['logo', '//elsewhere.example/logo.png', 'notOwnAddress'],
    ['logo', ' https://elsewhere.example/logo.png', 'notOwnAddress'],
    ['links', [{ label: 'Run', url: 'java\nscript:alert(1)' }], 'badUrl'],
    ['links', [{ label: 'Run', url: 'javascript:alert(1)' }], 'badUrl'],
    ['dataOrigins', ['example.org/data'], 'badUrl'],
    ['engine', { url: 'https://elsewhere.example/api/' }, 'notOwnAddress'],
    ['engine', 'api/', 'notObject'],
    ['accnt', '#123456', 'unknownField'],
  ] as const)('passes over a bad %s (%j), says %s, and keeps the rest', (field, value, code) => {
    const { config, problems } = read({ ...FULL, [field]: value });
    expect(problems.map(problem => problem.code)).toEqual([code]);
    expect(problems[0]?.path).toMatch(new RegExp(`^explorer\\.json ${field}`));
    const others = (fields: object) =>
      Object.entries(fields).filter(([key]) => key !== field && key !== 'format' && key !== 'view');
    expect(others(config)).toEqual(others(FULL));
  });

  it('gives the page at once what it needs before a dataset opens, whatever the file holds', () => {
    expect(startConfigOf(JSON.stringify(FULL))).toMatchObject({
      dataset: 'data/ports.json',
      view: '?view=list&lanes=none',
      languages: ['fr', 'en'],
      dataOrigins: ['https://data.example.org'],
    });
    for (const text of ['', '<!doctype html>', 'null', '[]', '7', '{"dataset": 3, "view": []}']) {
      expect(startConfigOf(text)).toMatchObject({ dataset: '', view: '', languages: null, dataOrigins: null });
    }
  });

  it('narrows the origins also where the list is wrong, and takes one language for a list', () => {
    expect(startConfigOf('{"dataOrigins": "https://a.example", "languages": "fr"}')).toMatchObject({
      dataOrigins: ['https://a.example'],
      languages: ['fr'],
    });
    expect(startConfigOf('{"dataOrigins": 7, "languages": [{"toString": 1}]}')).toMatchObject({
      dataOrigins: [],
      languages: [],
    });
  });
});
