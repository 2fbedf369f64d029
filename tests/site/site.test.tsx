import { readdirSync, readFileSync, statSync } from 'node:fs';
import { mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { dirname, join, normalize } from 'node:path';
import { crc32, inflateSync } from 'node:zlib';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { run, temporaryFolder } from '../cli/run';
import { HOSTILE } from '../exports/hostile';

const folder = temporaryFolder();

const EXPLORER = `<!doctype html><html lang="en"><head><title>Chronofacet</title></head>
<body><div id="root"></div><noscript>none</noscript><div class="not-loaded"><p>Not loaded</p></div></body></html>`;

const ACTIVITIES = [
  { ...HOSTILE.activities[0], id: 'first-one', formerIds: ['old-one', 'held', 'first-one'] },
  ...HOSTILE.activities.slice(1),
  { id: 'undated', date: '', title: 'Some day' },
  {
    id: 'held',
    date: '2020-03-01',
    title: { en: 'Held here', fr: 'Tenu ici' },
    place: { name: 'Vienna', country: 'AT', coordinates: [16.37, 48.2] },
  },
];

/** Makes a site of the hostile dataset and returns its folder. */
async function makeSite(name: string, ...args: string[]): Promise<string> {
  const explorer = folder.pathOf('explorer');
  await mkdir(join(explorer, 'assets'), { recursive: true });
  await writeFile(join(explorer, 'index.html'), EXPLORER);
  await writeFile(join(explorer, 'site.css'), '');
  await writeFile(join(explorer, 'icon.svg'), '');
  const dataset = await folder.write('hostile.json', JSON.stringify({ ...HOSTILE, activities: ACTIVITIES }));
  const out = folder.pathOf(name);
  // The reader reports the former ids that are taken, hence 1.
  const { code, err } = await run('site', dataset, '--out', out, '--explorer', explorer, ...args);
  expect([code, err.filter(line => !/addresses|hostile\.json/.test(line))]).toEqual([1, []]);
  return out;
}

function filesIn(out: string): string[] {
  return readdirSync(out, { recursive: true, encoding: 'utf8' })
    .filter(file => statSync(join(out, file)).isFile())
    .sort();
}

function pageAt(out: string, file: string): Document {
  return new DOMParser().parseFromString(readFileSync(join(out, file), 'utf8'), 'text/html');
}

describe('a site', () => {
  it('has pages whose links all lead to files of the site, and whose texts are text', async () => {
    const out = await makeSite('whole');
    const files = filesIn(out);
    const pages = files.filter(file => file.endsWith('.html'));
    expect(pages.length).toBeGreaterThan(ACTIVITIES.length);
    const latest = pageAt(out, 'index.html').querySelectorAll('.not-loaded li');
    expect(latest).toHaveLength(Math.min(12, ACTIVITIES.filter(({ date }) => date !== '').length));
    expect([...latest].map(item => item.textContent).join()).not.toContain('Some day');
    for (const file of pages) {
      const page = pageAt(out, file);
      const addresses = [...page.querySelectorAll('a[href], link[href]')].map(link => link.getAttribute('href') ?? '');
      for (const address of addresses.filter(text => !/^[a-z]+:/.test(text))) {
        const path = normalize(join(dirname(file), address.replace(/[?#].*$/, '') || '.'));
        const target = address.replace(/[?#].*$/, '').endsWith('/') || path === '.' ? join(path, 'index.html') : path;
        expect(files, `${file} → ${address}`).toContain(target);
      }
      expect([...page.querySelectorAll('script:not([type="application/ld+json"]), b, img, iframe')]).toEqual([]);
    }
    const hostile = ACTIVITIES.find(({ title }) => JSON.stringify(title ?? '').includes('<b>'));
    const page = pageAt(out, `activity/${hostile?.id}/index.html`);
    expect(page.querySelector('h1')?.textContent).toContain('<b>markup</b>');
    expect(JSON.parse(page.querySelector('script')?.textContent ?? '').name).toContain(']]>');
  });

  it('gives the same bytes twice', async () => {
    const [one, other] = [
      await makeSite('one', '--url', 'https://a.example/x'),
      await makeSite('two', '--url', 'https://a.example/x/'),
    ];
    expect(filesIn(one)).toEqual(filesIn(other));
    for (const file of filesIn(one)) {
      expect(readFileSync(join(one, file)).equals(readFileSync(join(other, file))), file).toBe(true);
    }
  });

  it('leads from a former id, describes an event only where place and days are certain, and has pages in both languages', async () => {
    const out = await makeSite('described', '--url', 'https://a.example/');
    expect(pageAt(out, 'fr/activity/old-one/index.html').querySelector('a')?.getAttribute('href')).toBe(
      '../first-one/',
    );
    expect(pageAt(out, 'activity/old-one/index.html').querySelector('meta[http-equiv]')?.getAttribute('content')).toBe(
      '0; url=../first-one/',
    );
    const ldOf = (id: string) =>
      JSON.parse(pageAt(out, `activity/${id}/index.html`).querySelector('script')?.textContent ?? '');
    expect(ldOf('held')).toMatchObject({
      '@type': 'CreativeWork',
      url: 'https://a.example/activity/held/',
      about: {
        '@type': 'Event',
        startDate: '2020-03-01',
        endDate: '2020-03-01',
        location: { name: 'Vienna, Austria' },
      },
    });
    const vague = ACTIVITIES.find(({ date }) => date === '2018~');
    expect(ldOf(vague?.id ?? '').about).toBeUndefined();
    const french = pageAt(out, 'fr/activity/held/index.html');
    expect([french.documentElement.lang, french.querySelector('h1')?.textContent]).toEqual(['fr', 'Tenu ici']);
    expect(french.querySelector('link[rel="canonical"]')?.getAttribute('href')).toBe(
      'https://a.example/fr/activity/held/',
    );
    expect(french.querySelector('main + footer a[hreflang="en"]')?.getAttribute('href')).toBe(
      '../../../activity/held/',
    );
  });

  it('leads out of a frame from the pages that other sites show, save to the same page in another language', async () => {
    const out = await makeSite('framed');
    const targets = (file: string) => [...pageAt(out, file).querySelectorAll('[target]')].map(of => of.outerHTML);
    expect(targets('activity/held/index.html')).toEqual([
      '<base target="_top">',
      '<a href="../../fr/activity/held/" lang="fr" hreflang="fr" target="_self">En français</a>',
    ]);
    expect(targets('browse/index.html')).toEqual([]);
    const list = pageAt(out, 'index.html').querySelectorAll('.not-loaded a');
    expect([...list].map(link => [link.getAttribute('href')?.split('/')[0], link.getAttribute('target')])).toEqual([
      ['browse', '_top'],
      ...[...list].slice(1).map(() => ['activity', null]),
    ]);
  });

  it('has feeds, calendars and a sitemap that other programs read', async () => {
    const out = await makeSite('followed', '--url', 'https://a.example/x');
    const files = filesIn(out);
    const feeds = files.filter(file => file.endsWith('feed.xml'));
    expect(feeds.length).toBeGreaterThan(3);
    for (const file of feeds) {
      const feed = new DOMParser().parseFromString(readFileSync(join(out, file), 'utf8'), 'application/xml');
      expect(feed.querySelector('parsererror'), file).toBeNull();
      const ids = [...feed.querySelectorAll('id')].map(id => id.textContent);
      expect(new Set(ids).size).toBe(ids.length);
      expect(
        ids.every(id => /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id)),
      ).toBe(true);
      const twin = JSON.parse(readFileSync(join(out, file.replace('.xml', '.json')), 'utf8'));
      expect(twin.items.map((item: { title: string }) => item.title.replace(/[^\w ]/g, ''))).toEqual(
        [...feed.querySelectorAll('entry > title')].map(title => title.textContent.replace(/[^\w ]/g, '')),
      );
    }
    for (const file of files.filter(name => name.endsWith('.ics'))) {
      expect(() => ICAL.parse(readFileSync(join(out, file), 'utf8')), file).not.toThrow();
    }
    const map = new DOMParser().parseFromString(readFileSync(join(out, 'sitemap.xml'), 'utf8'), 'application/xml');
    const paths = [...map.querySelectorAll('loc')].map(loc => loc.textContent.replace('https://a.example/x/', ''));
    for (const path of paths) expect(files).toContain(join(path, 'index.html'));
    expect(paths).toContain('activity/held/');
    expect(paths.filter(path => path.startsWith('year/')).every(path => /^year\/-?\d{4,}\/$/.test(path))).toBe(true);
    expect(pageAt(out, 'activity/undated/index.html').querySelector('.date')?.textContent).toBe('No date');
  });

  it('opens the dataset by explorer.json, keeps a given configuration, and tells search engines what the record is', async () => {
    const config = await folder.write(
      'given.json',
      JSON.stringify({ title: 'Ours', accent: '#1d4f44', dataset: 'other.json' }),
    );
    const out = await makeSite('configured', '--config', config, '--url', 'https://a.example/x');
    expect(JSON.parse(readFileSync(join(out, 'explorer.json'), 'utf8'))).toEqual({
      format: 'chronofacet-explorer/1',
      title: 'Ours',
      accent: '#1d4f44',
      dataset: `data/${HOSTILE.id}.json`,
    });
    const page = pageAt(out, 'index.html');
    expect(JSON.parse(page.querySelector('head script')?.textContent ?? '')).toMatchObject({ '@type': 'Dataset' });
    expect(page.querySelectorAll('link[rel="alternate"]')).toHaveLength(3);
    expect(pageAt(out, 'browse/index.html').querySelector('h1')?.textContent).toBe('Ours');
    // A second run replaces what the first one wrote.
    await run(
      'site',
      join(out, `data/${HOSTILE.id}.json`),
      '--out',
      out,
      '--pages-only',
      '--url',
      'https://b.example/',
    );
    expect(pageAt(out, 'index.html').querySelectorAll('head script')).toHaveLength(1);
    expect(readFileSync(join(out, 'index.html'), 'utf8')).not.toContain('a.example');
  });

  it('takes a table without overwriting it, and keeps activities without a date behind the others in feeds', async () => {
    const explorer = folder.pathOf('explorer');
    const table = await folder.write(
      'ports.csv',
      'date,title,budget\n2019,Undated soon,3\n,No day at all,4\n2020,Later,5\n',
    );
    const out = folder.pathOf('from-table');
    await run('site', table, '--out', out, '--explorer', explorer);
    const { dataset } = JSON.parse(readFileSync(join(out, 'explorer.json'), 'utf8'));
    expect(readFileSync(join(out, dataset), 'utf8')).toBe(readFileSync(table, 'utf8'));
    expect(filesIn(out)).not.toContain('sitemap.xml');
    const { items } = JSON.parse(readFileSync(join(out, 'feed.json'), 'utf8'));
    expect(items.map(({ title }: { title: string }) => title)).toEqual(['Later', 'Undated soon', 'No day at all']);
  });

  it('has a picture for links, in the colour of the deployment, and names it on every page', async () => {
    const config = await folder.write('card.json', JSON.stringify({ accent: '#1d4f44' }));
    const out = await makeSite('card', '--config', config, '--url', 'https://a.example/x');
    const png = readFileSync(join(out, 'card.png'));
    const chunks = new Map<string, Buffer>();
    for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
      const data = png.subarray(at + 4, at + 8 + png.readUInt32BE(at));
      expect(png.readUInt32BE(at + 8 + png.readUInt32BE(at))).toBe(crc32(data));
      chunks.set(data.toString('latin1', 0, 4), data.subarray(4));
    }
    expect([...chunks.keys()]).toEqual(['IHDR', 'PLTE', 'IDAT', 'IEND']);
    expect([chunks.get('IHDR')?.readUInt32BE(0), chunks.get('IHDR')?.readUInt32BE(4)]).toEqual([1200, 630]);
    expect([...(chunks.get('PLTE') ?? [])].slice(9)).toEqual([0x1d, 0x4f, 0x44]);
    const rows = inflateSync(chunks.get('IDAT') ?? new Uint8Array());
    expect(rows).toHaveLength(1201 * 630);
    // The highest bar reaches the top line of the chart, and nothing is drawn above it.
    const isDrawn = (row: number) => rows.subarray(row * 1201, (row + 1) * 1201).includes(3);
    expect([isDrawn(109), isDrawn(110), isDrawn(499)]).toEqual([false, true, true]);
    for (const page of ['index.html', 'browse/index.html', 'activity/held/index.html']) {
      const image = pageAt(out, page).querySelector('meta[property="og:image"]');
      expect(image?.getAttribute('content')).toBe('https://a.example/x/card.png');
      expect(pageAt(out, page).querySelector('meta[name="twitter:card"]')).not.toBeNull();
    }
  });

  it('lists under a year what the explorer counts in it, and activities without a date under no year', async () => {
    const activities = [
      { id: 'long', date: '2016/2019', title: 'Long' },
      { id: 'until', date: '../2017', title: 'Until' },
      { id: 'short', date: '2019-05', title: 'Short' },
      { id: 'never', date: '', title: 'Never' },
    ];
    const dataset = await folder.write(
      'years.json',
      JSON.stringify({ ...HOSTILE, facets: [], sources: [], activities }),
    );
    const out = folder.pathOf('years');
    await run('site', dataset, '--out', out, '--explorer', folder.pathOf('explorer'));
    const titlesOf = (page: string) =>
      [...pageAt(out, page).querySelectorAll('.activities a')].map(link => link.textContent);
    expect(readdirSync(join(out, 'year')).sort()).toEqual(['2016', '2017', '2019']);
    expect(titlesOf('year/2016/index.html')).toEqual(['Until', 'Long']);
    expect(titlesOf('year/2019/index.html')).toEqual(['Long', 'Short']);
    expect(pageAt(out, 'year/2019/index.html').querySelector('h1')?.textContent).toContain('2 activities');
    expect(titlesOf('browse/index.html')).toEqual(['Never']);
    const [, undated] = readFileSync(join(out, 'index.md'), 'utf8').split('## No date');
    expect(undated?.trim()).toBe('- [Never](activity/never/index.md)');
  });

  it('says in which language the texts of a dataset are that the page has no labels in', async () => {
    const dataset = await folder.write(
      'arabic.json',
      JSON.stringify({
        format: 'chronofacet-dataset/1',
        id: 'arabic',
        language: 'ar',
        title: 'تاريخ',
        activities: [{ id: 'one', date: '2019', title: 'عنوان', summary: 'نص قصير' }],
      }),
    );
    const out = folder.pathOf('arabic');
    const { code } = await run('site', dataset, '--out', out, '--explorer', folder.pathOf('explorer'));
    const page = pageAt(out, 'activity/one/index.html');
    const ofText = (selector: string) => {
      const element = page.querySelector(selector);
      return [element?.getAttribute('lang'), element?.getAttribute('dir'), element?.textContent];
    };
    expect([code, page.documentElement.lang]).toEqual([0, 'en']);
    expect(ofText('h1')).toEqual(['ar', 'auto', 'عنوان']);
    expect(ofText('.summary')).toEqual(['ar', 'auto', 'نص قصير']);
    expect(ofText('header a + a bdi')).toEqual(['ar', null, 'تاريخ']);
    const metas = ['DC.language', 'citation_language'].map(name => page.querySelector(`[name="${name}"]`));
    expect(metas.map(meta => meta?.getAttribute('content'))).toEqual(['ar', 'ar']);
    expect(JSON.parse(page.querySelector('script')?.textContent ?? '').inLanguage).toBe('ar');
    expect(page.querySelectorAll('link[hreflang]')).toHaveLength(0);
    expect(readFileSync(join(out, 'feed.xml'), 'utf8')).toContain('xml:lang="ar"');
  });

  it('copies the logo that the configuration names, and says where it was expected', async () => {
    const site = async (logo: string) => {
      const config = await folder.write('logo/explorer.json', JSON.stringify({ logo }));
      const dataset = await folder.write('logo.json', JSON.stringify({ ...HOSTILE, activities: [] }));
      const out = folder.pathOf('with-logo');
      const { err } = await run('site', dataset, '--out', out, '--explorer', explorer, '--config', config);
      return [
        filesIn(out).filter(file => /ours|outside/.test(file)),
        err.filter(line => line.includes('logo “') || line.includes('the logo')),
      ];
    };
    const explorer = folder.pathOf('explorer');
    await mkdir(folder.pathOf('logo/img'), { recursive: true });
    await writeFile(folder.pathOf('logo/img/ours & theirs.svg'), '<svg/>');
    await writeFile(folder.pathOf('outside.svg'), '<svg/>');
    expect(await site('img/ours%20&%20theirs.svg?v=2')).toEqual([['img/ours & theirs.svg'], []]);
    const expected = `the logo was expected at ${folder.pathOf('logo/img/nobody.svg')}`;
    expect(await site('img/nobody.svg')).toEqual([[], [expect.stringContaining(expected)]]);
    for (const outside of ['../outside.svg', '..%2foutside.svg', '/outside.svg']) {
      expect(await site(outside)).toEqual([[], [expect.stringContaining(`“${outside}” is outside the folder`)]]);
    }
    // The explorer's own picture needs no copy.
    expect(await site('icon.svg')).toEqual([[], []]);
  });

  it('replaces no file that an earlier run has not written, unless it is told to', async () => {
    const dataset = await folder.write('guard.json', JSON.stringify({ ...HOSTILE, facets: [] }));
    const out = folder.pathOf('guarded');
    const args = ['site', dataset, '--out', out, '--explorer', folder.pathOf('explorer')];
    await mkdir(join(out, 'browse'), { recursive: true });
    for (const mine of ['index.html', 'site.css', 'browse/index.html']) {
      await writeFile(join(out, mine), 'mine');
      const { code, err } = await run(...args);
      expect([code, err.join()], mine).toEqual([
        2,
        expect.stringContaining(`${join(out, mine)} is not from an earlier run`),
      ]);
      expect(readFileSync(join(out, mine), 'utf8')).toBe('mine');
      if (mine !== 'browse/index.html') await rm(join(out, mine));
    }
    expect((await run(...args, '--replace')).code).not.toBe(2);
    expect(readFileSync(join(out, 'browse/index.html'), 'utf8')).toContain('<h1');
    // What the run before wrote may be replaced, also by other content.
    await writeFile(join(out, 'index.html'), 'ours, edited');
    expect((await run(...args)).code).not.toBe(2);
    expect(readFileSync(join(out, 'index.html'), 'utf8')).not.toBe('ours, edited');
  });

  it('goes on after a run that failed half-way', async () => {
    const dataset = (title: string) => folder.write('half.json', JSON.stringify({ ...HOSTILE, facets: [], title }));
    const out = folder.pathOf('half');
    const args = async (title: string) => [
      'site',
      await dataset(title),
      '--out',
      out,
      '--explorer',
      folder.pathOf('explorer'),
    ];
    const last = `data/${HOSTILE.id}.csv`;
    await mkdir(join(out, 'data'), { recursive: true });
    await writeFile(join(out, last), 'mine');
    expect((await run(...(await args('First')))).code).toBe(2);
    expect(readFileSync(join(out, 'browse/index.html'), 'utf8')).toContain('First');
    await rm(join(out, last));
    expect((await run(...(await args('Second')))).code).not.toBe(2);
    expect(readFileSync(join(out, 'browse/index.html'), 'utf8')).toContain('Second');
  });

  it('links to the explorer in the look of its first view, without the filters of that view', async () => {
    const config = await folder.write(
      'view.json',
      JSON.stringify({ view: '?topic=top&from=2019&view=list&sort=-date&lanes=topic' }),
    );
    const out = await makeSite('looks', '--config', config, '--url', 'https://a.example/x');
    const linkOf = (file: string) => pageAt(out, file).querySelector('header a')?.getAttribute('href');
    expect(linkOf('activity/held/index.html')).toBe('../../?lanes=topic&view=list&sort=-date&activity=held');
    expect(linkOf('fr/activity/held/index.html')).toBe(
      '../../../?lanes=topic&view=list&sort=-date&activity=held&lang=fr',
    );
    expect(linkOf('year/2020/index.html')).toBe('../../?from=2020&to=2020&lanes=topic&view=list&sort=-date');
    expect(linkOf('browse/index.html')).toBe('../');
    expect(linkOf('fr/browse/index.html')).toBe('../../?topic=top&from=2019&lanes=topic&view=list&sort=-date&lang=fr');
    expect(readFileSync(join(out, 'activity/held/index.md'), 'utf8')).toContain(
      'Link: <https://a.example/x/?lanes=topic&view=list',
    );
  });

  it('says which facets of the first view the record does not have', async () => {
    const config = await folder.write(
      'wrong.json',
      JSON.stringify({ view: 'lanes=country&colour=hue&old=1&from=2019' }),
    );
    const facets = [{ id: 'hue', label: 'Hue', values: [] }];
    const dataset = await folder.write('wrong-record.json', JSON.stringify({ ...HOSTILE, facets, activities: [] }));
    const options = ['--out', folder.pathOf('wrong'), '--explorer', folder.pathOf('explorer'), '--config', config];
    const { err } = await run('site', dataset, ...options);
    expect(err.filter(line => line.includes('not a facet'))).toEqual(
      ['country', 'old'].map(
        id => `${config}: the view names “${id}”, which is not a facet of this record. It has: hue.`,
      ),
    );
  });

  it('says in each language of the record that the explorer needs scripts', async () => {
    const out = await makeSite('noscript');
    const { innerHTML = '' } = pageAt(out, 'index.html').querySelector('noscript') ?? {};
    expect(innerHTML).toMatch(
      /^<p lang="en">This timeline needs JavaScript\. .*href="browse\/".*<p lang="fr">.*href="fr\/browse\/"/,
    );
  });

  it('removes what the last run wrote and this one does not, keeps code for one release, and leaves other files alone', async () => {
    const explorer = folder.pathOf('changing');
    await mkdir(join(explorer, 'assets'), { recursive: true });
    await writeFile(join(explorer, 'index.html'), EXPLORER);
    const out = folder.pathOf('swept');
    const release = async (code: string, id: string) => {
      await rm(join(explorer, 'assets'), { recursive: true });
      await mkdir(join(explorer, 'assets'));
      await writeFile(join(explorer, `assets/${code}.js`), '');
      const activities = [{ id, date: '2019', title: id }];
      const dataset = await folder.write('swept.json', JSON.stringify({ ...HOSTILE, facets: [], activities }));
      await run('site', dataset, '--out', out, '--explorer', explorer);
      return filesIn(out).filter(file => /^(assets|activity|kept)/.test(file));
    };
    await mkdir(join(out, 'activity/mine'), { recursive: true });
    await writeFile(join(out, 'kept.txt'), '');
    await writeFile(join(out, 'activity/mine/index.html'), '');
    await release('one', 'first');
    expect(await release('two', 'second')).toEqual([
      'activity/mine/index.html',
      'activity/second/index.html',
      'activity/second/index.md',
      'assets/one.js',
      'assets/two.js',
      'kept.txt',
    ]);
    // The same release with other data keeps the code of the one before.
    expect(await release('two', 'third')).toContain('assets/one.js');
    expect(await release('three', 'third')).toEqual(expect.not.arrayContaining(['assets/one.js']));
    expect(readdirSync(join(out, 'activity')).sort()).toEqual(['mine', 'third']);
    // A list that was tampered with leads nowhere else.
    const list = JSON.parse(readFileSync(join(out, 'site-files.json'), 'utf8'));
    await folder.write('outside.txt', '');
    await mkdir(folder.pathOf('linked'));
    await writeFile(folder.pathOf('linked/page.html'), '');
    await symlink(folder.pathOf('linked'), join(out, 'elsewhere'));
    await writeFile(
      join(out, 'site-files.json'),
      JSON.stringify({ ...list, pages: ['../outside.txt', 'elsewhere/page.html', 'assets', '.', ...list.pages] }),
    );
    await release('three', 'fourth');
    expect(readFileSync(folder.pathOf('outside.txt'), 'utf8')).toBe('');
    expect(readFileSync(folder.pathOf('linked/page.html'), 'utf8')).toBe('');
  });

  it('is made anew from the dataset that it publishes', async () => {
    const out = await makeSite('again');
    const published = join(out, 'data', `${HOSTILE.id}.json`);
    const { err } = await run('site', published, '--out', out, '--explorer', folder.pathOf('explorer'));
    expect(err.filter(line => !/addresses|hostile.*json/.test(line))).toEqual([]);
    expect(JSON.parse(readFileSync(published, 'utf8')).id).toBe(HOSTILE.id);
    expect(JSON.parse(readFileSync(join(out, 'explorer.json'), 'utf8')).dataset).toBe(`data/${HOSTILE.id}.json`);
  });

  it('links feeds to the explorer where a dataset is too large for pages of activities', async () => {
    const activities = Array.from({ length: 5001 }, (_, i) => ({ id: `a-${i}`, date: '2019', title: `No. ${i}` }));
    const dataset = await folder.write(
      'many.json',
      JSON.stringify({ ...HOSTILE, facets: [], sources: [], activities }),
    );
    const out = folder.pathOf('many');
    const { err } = await run(
      'site',
      dataset,
      '--out',
      out,
      '--explorer',
      folder.pathOf('explorer'),
      '--url',
      'https://a.example/',
    );
    expect(err.join()).toContain('activities have none');
    const { items } = JSON.parse(readFileSync(join(out, 'feed.json'), 'utf8'));
    expect(items[0].url).toMatch(/^https:\/\/a\.example\/\?activity=a-\d+$/);
    expect(readFileSync(join(out, 'year/2019/index.md'), 'utf8')).toContain('3,001 more activities');
    expect(filesIn(out).filter(file => file.startsWith('activity/'))).toEqual([]);
  });

  it('is refused without an explorer, and for an address that is none', async () => {
    const dataset = await folder.write('d.json', JSON.stringify(HOSTILE));
    const without = await run('site', dataset, '--out', folder.pathOf('no'), '--explorer', folder.pathOf('nowhere'));
    expect([without.code, without.err.join()]).toEqual([2, expect.stringContaining('holds no built explorer')]);
    const misnamed = await run('site', dataset, '--out', folder.pathOf('no'), '--url', 'a.example');
    expect([misnamed.code, misnamed.err.join()]).toEqual([2, expect.stringContaining('must be a web address')]);
  });
});
