import fc from 'fast-check';
import { expect, it } from 'vitest';
import { clickhouseEngine } from '../../../src/engine/clickhouse/clickhouse-engine';
import { type Run, runByHttp } from '../../../src/engine/clickhouse/client';
import { createLocalEngine } from '../../../src/engine/local/local-engine';
import { toRecords } from '../../../src/formats/document/to-records';
import { readDataset } from '../../../src/formats/json/read-dataset';
import { WHOLE } from '../../../src/model/selection';
import { loadTables } from '../../engine/clickhouse/load-tables';
import { startChdb } from '../chdb/start';

const word = fc.constantFrom(
  ...['border', 'borders', 'bordeaux', 'Böden', 'police', 'poli', 'a', 'an', 'l’eau', '2018', 'R2-D2', 'ﬁne'],
  ...['欧盟', '欧', '盟EU', 'ไทย', 'العربية', 'naïve', '𝒜b', 'été'],
);
const title = fc.array(word, { minLength: 1, maxLength: 7 }).map(words => words.join(' '));
const part = fc.tuple(word, fc.nat(6)).map(([letters, length]) => [...letters].slice(0, length + 1).join(''));
const term = fc.oneof(
  { weight: 5, arbitrary: part },
  { weight: 1, arbitrary: part.map(letters => `-${letters}`) },
  { weight: 1, arbitrary: fc.array(word, { minLength: 1, maxLength: 2 }).map(words => `"${words.join(' ')}"`) },
);
const text = fc.array(term, { minLength: 1, maxLength: 3 }).map(terms => terms.join(' '));

it('the text index of the current ClickHouse finds what reading all words finds', async () => {
  const titles = fc.sample(title, { numRuns: 120, seed: 26 });
  const activities = titles.map((title, i) => ({ id: `a${i}`, date: `20${10 + (i % 12)}`, title }));
  const document = JSON.stringify({ format: 'chronofacet-dataset/1', id: 'words', title: 'Words', activities });
  const local = createLocalEngine(() => Promise.reject(new Error('nothing is fetched')));
  const source = { kind: 'text', text: document, name: 'words' } as const;
  const { key: localKey } = await local.open(source);
  const { url, stop } = await startChdb();
  try {
    await loadTables({ urls: [url] }, 'words', toRecords(readDataset(document).dataset));
    const asked: string[] = [];
    const run: Run = (sql, options) => {
      asked.push(sql);
      return runByHttp(fetch)(sql, options);
    };
    const engine = clickhouseEngine({ urls: [url], table: 'words', run });
    const { key } = await engine.open(source);
    const wants = { rows: { order: 'date', start: 0, limit: 200 } } as const;
    for (const search of fc.sample(text, { numRuns: 150, seed: 26 })) {
      const ids = async (asking: typeof engine, of: string) =>
        (await asking.ask(of, { ...WHOLE, text: search }, wants)).rows.rows.map(({ id }) => id);
      expect(await ids(engine, key), search).toEqual(await ids({ ...engine, ...local }, localKey));
    }
    const found = asked.filter(sql => sql.includes(' LIMIT 10001'));
    expect(found.filter(sql => sql.includes('hasAnyTokens(words, [')).length).toBeGreaterThan(50);
    // A search for beginnings of words reads none of the texts.
    asked.length = 0;
    await engine.ask(key, { ...WHOLE, text: 'bord' }, wants);
    expect(asked.join()).toContain("hasAnyTokens(words, ['bordeaux', 'border', 'borders'])");
    expect(asked.join()).not.toContain('position(words');

    // chDB has no servers for a Distributed table. A Merge table over the table of a node hands conditions on in the same way.
    const post = (body: string) => fetch(url, { method: 'POST', body });
    await post('RENAME TABLE words TO words_local');
    await post("CREATE TABLE words AS words_local ENGINE = Merge(currentDatabase(), '^words_local$')");
    const asDistributed: Run = (sql, options) =>
      run(sql.replace("AND engine = 'Distributed'", "AND engine = 'Merge'"), options);
    const behind = clickhouseEngine({ urls: [url], table: 'words', run: asDistributed });
    const { key: behindKey } = await behind.open(source);
    for (const search of fc.sample(text, { numRuns: 12, seed: 7 })) {
      const selection = { ...WHOLE, text: search };
      const { rows } = await behind.ask(behindKey, selection, wants);
      expect(rows, search).toEqual((await local.ask(localKey, selection, wants)).rows);
    }
    asked.length = 0;
    await behind.ask(behindKey, { ...WHOLE, text: 'bordea' }, wants);
    expect(asked.join()).toContain('mergeTreeTextIndex(currentDatabase(), words_local, words)');
    expect(asked.join()).toContain("FROM words WHERE hasAnyTokens(words, ['bordeaux'])");
    expect(asked.join()).not.toContain('position(words');
  } finally {
    await stop();
  }
});
