import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../src/lib/fold';
import { highlight } from '../../src/lib/highlight';
import { parseSearch } from '../../src/lib/search-text';
import { passesText } from '../engine/local/oracle';
import { arbitraryFields, arbitraryQueryFor } from '../fixtures/arbitrary-fields';
import { arbitrarySearchText } from '../fixtures/arbitrary-words';

function marked(text: string, search: string): string {
  return highlight(text, search)
    .map(piece => (piece.hit ? `[${piece.text}]` : piece.text))
    .join('');
}

describe('highlight', () => {
  it.each([
    ['Border police meeting', 'bord', '[Border] police meeting'],
    ['Border police meeting', 'order', 'Border police meeting'],
    ['Border police meeting', 'meet pol', 'Border [police] [meeting]'],
    ['Border police meeting', '"border police"', '[Border] [police] meeting'],
    ['Border police meeting', '« border police »', '[Border] [police] meeting'],
    ['Border police meeting', '"police border"', 'Border police meeting'],
    ['Border police meeting', '-border', 'Border police meeting'],
    ['pas à pas à pas', '"pas à pas"', '[pas] [à] [pas] [à] [pas]'],
    ['Die Straße, STRASSE', 'strass', 'Die [Straße], [STRASSE]'],
    ['Ærøskøbing (Ærø)', 'aero', '[Ærøskøbing] ([Ærø])'],
    ['E\u0301te\u0301!', 'ete', '[E\u0301te\u0301]!'],
    ['İzmir’s', 'izm', '[İzmir]’s'],
    ['Anti-drug', 'drug', 'Anti-[drug]'],
    ['“GLO.ACT”', 'act', '“GLO.[ACT]”'],
    ['Grenz\u00adschutz in Wien', 'grenzs', '[Grenz\u00adschutz] in Wien'],
    ['국제 회의'.normalize('NFD'), '국', `[${'국제'.normalize('NFD')}] ${'회의'.normalize('NFD')}`],
    ['مُحَمَّد في بغداد', 'محمد', '[مُحَمَّد] في بغداد'],
    ['कमल कमाल', 'कमल', '[कमल] कमाल'],
    ['国家新闻办公室召开新闻发布会', '新闻', '国家[新闻]办公室召开[新闻]发布会'],
    ['国家新闻办公室', '新闻 闻办', '国家[新闻办]公室'],
    ['国家新闻办公室', '新 闻', '国家[新闻]办公室'],
    ['欧盟EU会议2018年', 'eu 201', '欧盟[EU]会议[2018]年'],
    ['欧盟EU会议2018年', 'u会 018', '欧盟EU会议2018年'],
    ['欧盟EU会议2018年', '会议20', '欧盟EU[会议2018]年'],
    ['欧盟EU会议', '"盟 eu"', '欧[盟EU]会议'],
    ['欧盟EUR会议', '"盟 eu"', '欧盟EUR会议'],
    ['𠮷野家の𠮷', '𠮷', '[𠮷]野家の[𠮷]'],
    ['ｶﾞﾗｽとカラス', 'ガラス', '[ｶﾞﾗｽ]とカラス'],
    ['ガラスとカラス'.normalize('NFD'), 'カラス', `${'ガラスと'.normalize('NFD')}[カラス]`],
    ['กำลังทำงาน', 'ก', '[กำ]ลังทำงาน'],
    ['ที่ประชุม', 'ประชุม', 'ที่[ประชุม]'],
    ['ขที่', 'ท', 'ข[ที่]'],
    ['សួស្តី', 'ស', '[សួស្តី]'],
    ['1️⃣ step', '1', '[1️⃣] step'],
    ['Border', '', 'Border'],
    ['', 'border', ''],
  ])('marks %j for %j: %s', (text, search, expected) => {
    expect(marked(text, search)).toBe(expected);
  });

  it('cuts without losing or adding a letter, and leaves no empty piece and no two of a kind together', () => {
    const arbitraryText = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: 'grapheme' }),
      arbitraryFields.map(fields => fields.join('; ')),
    );
    fc.assert(
      fc.property(arbitraryText, arbitrarySearchText, (text, search) => {
        const pieces = highlight(text, search);
        expect(pieces.map(piece => piece.text).join('')).toBe(text);
        expect(pieces.every(piece => piece.text !== '')).toBe(true);
        expect(pieces.every((piece, i) => piece.hit !== pieces[i + 1]?.hit)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('marks something wherever the text is found by itself, and nothing where it is not', () => {
    const arbitraryCase = arbitraryFields.chain(fields => fc.tuple(fc.constant(fields), arbitraryQueryFor([fields])));
    fc.assert(
      fc.property(arbitraryCase, ([fields, search]) => {
        const [term = ''] = search.split(' ');
        const { words, phrases } = parseSearch(term);
        fc.pre(words.length + phrases.length === 1 && !term.startsWith('-'));
        for (const text of fields) {
          const isMarked = highlight(text, term).some(piece => piece.hit);
          expect([text, term, isMarked]).toEqual([text, term, passesText([text], term)]);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('never cuts a letter from its marks', () => {
    fc.assert(
      fc.property(arbitraryFields, arbitrarySearchText, (fields, search) => {
        const text = fields.join(' ').normalize('NFD');
        for (const piece of highlight(text, search).slice(1)) {
          expect(piece.text).not.toMatch(/^[\p{M}\u200c\u1160-\u11ff]/u);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('folds letter by letter to the same as a whole text', () => {
    const letters = [...Array(0x110000).keys()]
      .filter(code => code < 0xd800 || code > 0xdfff)
      .map(code => String.fromCodePoint(code).normalize('NFD'))
      .filter(decomposed => [...decomposed].length > 1 && /^[\p{L}\p{M}\p{N}]+$/u.test(decomposed));
    expect(letters.length).toBeGreaterThan(11_000);
    const lost = letters.filter(letter => marked(letter, letter) !== `[${letter}]`);
    expect(lost.filter(letter => fold(letter).trim() !== '')).toEqual([]);
  });
});
