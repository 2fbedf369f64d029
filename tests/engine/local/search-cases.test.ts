import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Bitset, eachBit } from '../../../src/engine/local/bitset';
import { searchedTexts } from '../../../src/engine/local/searched-texts';
import { searchText } from '../../../src/engine/local/text-index';
import { textIndexOf } from '../../../src/engine/local/text-index-builder';
import { createTextSearch } from '../../../src/engine/local/text-search';
import { toRecords } from '../../../src/formats/document/to-records';
import { readDataset } from '../../../src/formats/json/read-dataset';
import { packedToRecords } from '../../../src/formats/packed/to-records';
import { parseSearch } from '../../../src/lib/search-text';
import type { Records } from '../../../src/model/records';
import { packDocument, streamOf } from '../../fixtures/packed';

function idsOf(records: Records, found: Bitset | null): string {
  const ids: string[] = [];
  if (found) eachBit(found, position => ids.push(records.idAt(position)) > 0);
  return found ? ids.sort().join(' ') : 'all';
}

/** Search results by a scan, by an index built from the dataset, and by one stored in a packed file. */
async function findEveryWay(file: string, search: string): Promise<string[]> {
  const json = readFileSync(new URL(file, import.meta.url), 'utf8');
  const records = toRecords(readDataset(json).dataset);
  const rows = Array.from({ length: records.size }, (_, position) => records.rowAt(position));
  const textsOf = searchedTexts(records.head);
  const index = textIndexOf(records.head, records.size, rows);
  const terms = parseSearch(search);
  const scanned = createTextSearch(records).find(search);
  const byIndex = scanned && searchText(index, terms, position => textsOf(records.rowAt(position)));

  const packed = await packedToRecords(streamOf(await packDocument(json, { isIndexed: true, chunkSize: 2 })));
  expect(await packed.records.wordIndex()).not.toBeNull();
  const packedSearch = createTextSearch(packed.records);
  await packedSearch.ready(search);
  return [idsOf(records, scanned), idsOf(records, byIndex), idsOf(packed.records, packedSearch.find(search))];
}

function findsIn(file: string, cases: readonly (readonly [search: string, ids: string])[]): void {
  it.each(cases)(`in ${file} finds %j: %j`, async (search, ids) => {
    expect(await findEveryWay(file, search)).toEqual([ids, ids, ids]);
  });
}

describe('a search in many scripts', () => {
  findsIn('../../cases/page/scripts.json', [
    ['कमल', 'hi-1'],
    ['कला', 'hi-5'],
    ['क', 'hi-1 hi-2 hi-3 hi-4 hi-5'],
    ['ทุ่', 'th-3'],
    ['ทา', 'th-2'],
    ['ที', 'th-1'],
    ['ガラス', 'ja-1'],
    ['カラス', 'ja-2'],
    ['ラス', 'ja-1 ja-2'],
    ['하', 'ko-2'],
    ['한국'.normalize('NFD'), 'ko-1'],
    ['회', 'ko-1 ko-2'],
    ['diyarbakir', 'tr-1'],
    ["Diyarbakır'da", 'tr-1'],
    ['isik', 'tr-1'],
    ['🎓', 'all'],
    ['family', 'em-2'],
    ['毒品和犯罪', 'zh-1'],
    ['欧盟', 'zh-1'],
    ['-“欧盟” 联合', ''],
    ['schutz', ''],
    ['grenzschutz', 'de-1'],
    ['“border police”', 'en-1'],
    ['-«border police» police', 'en-2'],
    ['d’ivoire', 'en-3'],
    ['d\u02bcivoire', 'en-3'],
    ['cote', 'en-3'],
  ]);

  findsIn('../../cases/page/search-zh.json', [
    ['新闻', 'a c'],
    ['新闻办公室', 'a'],
    ['“新闻”', 'a c'],
    ['-新闻', 'b d'],
    ['新聞', 'd'],
    ['遊戲', 'd'],
    ['新闻 视频', ''],
    ['城市交通', 'c'],
    ['闻城', ''],
  ]);

  findsIn('../../cases/page/arabic.json', [
    ['بغداد', 'a'],
    ['بَغْدَاد', 'a'],
    ['بغـــداد', 'a'],
    ['2017', 'a b'],
    ['الاتجار', 'a c'],
    ['لُبنان', 'b c'],
    ['“الجزء 2”', 'a'],
    ['غداد', ''],
    ['-العراق', 'b'],
  ]);
});
