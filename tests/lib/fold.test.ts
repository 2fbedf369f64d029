import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, wordsOf } from '../../src/lib/fold';

const arbitraryText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.string({
    unit: fc.constantFrom(
      'a',
      'Σ',
      'ς',
      'ß',
      'ẞ',
      'İ',
      'ı',
      'Æ',
      '\u0301',
      '\u0307',
      ' ',
      '-',
      '\ud83d',
      '\ude00',
      '각',
    ),
  }),
);

describe('fold', () => {
  it.each([
    ['Ørsted', 'orsted'],
    ['Łódź', 'lodz'],
    ['Đà Nẵng', 'da nang'],
    ['ÐÐ', 'dd'],
    ['Þór', 'thor'],
    ['ırmak', 'irmak'],
    ['İzmir', 'izmir'],
    ['Ħal', 'hal'],
    ['Straße', 'strasse'],
    ['STRAẞE', 'strasse'],
    ['Ærø', 'aero'],
    ['ǽ ǿ', 'ae o'],
    ['œuvre', 'oeuvre'],
    ['Çà et là', 'ca et la'],
    ['e\u0301te\u0301', 'ete'],
    ['ΟΔΟΣ', 'οδοσ'],
    ['οδός', 'οδοσ'],
    ['Ёлка', 'елка'],
    ['GLO.ACT 2018', 'glo.act 2018'],
    ['Йод, Її, Ґанок, Ќ', 'иод, іі, ґанок, к'],
    ['Ἀθῆναι, ἅγιος, ᾳ', 'αθηναι, αγιοσ, α'],
    ['Việt Nam, Đường', 'viet nam, duong'],
    ['שָׁלוֹם, \ufb2a', 'שלום, ש'],
    ['مُحَمَّدٌ، محـــمد، القُرْآن', 'محمد، محمد، القرآن'],
    ['أمن إلى مسؤول', 'أمن إلى مسؤول'],
    ['\ufee3\ufea4\ufee4\ufeaa', 'محمد'],
    ['कमल कमाल कला किला', 'कमल कमाल कला किला'],
    ['क़लम', 'क\u093cलम'],
    ['ที่ ทา ทุ่', 'ที่ ทา ทุ่'],
    ['ສະບາຍດີ', 'ສະບາຍດີ'],
    ['សួស្តី', 'សួស្តី'],
    ['မြန်မာ', 'မြန်မာ'],
    ['が か ぱ', 'が か ぱ'],
    ['か\u3099', 'が'],
    ['ｶﾞﾗｽ', 'ガラス'],
    ['ＥＵ２０２０', 'eu2020'],
    ['ﬁnance oﬀer', 'finance offer'],
    ['한국'.normalize('NFD'), '한국'],
    ['Grenz\u00adschutz', 'grenzschutz'],
    ['می\u200cخواهم', 'میخواهم'],
    ['क्\u200dष', 'क्ष'],
    ['葛\u{e0100}城', '葛城'],
  ])('folds %s to %s', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(arbitraryText, text => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
      { numRuns: 500 },
    );
  });

  it('makes no difference between cases or between composed and decomposed letters', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'abÉéøØÆæłŁñÑΣσς ß') }), text => {
        expect(fold(text.toUpperCase())).toBe(fold(text));
        expect(fold(text.normalize('NFD'))).toBe(fold(text.normalize('NFC')));
      }),
      { numRuns: 200 },
    );
  });
});

describe('wordsOf', () => {
  it.each([
    ['Anti-drug policy', 'anti|drug|policy'],
    ["Pakistan’s Action, O'Brien", 'pakistan|s|action|o|brien'],
    ['GLO.ACT_2 (2018)', 'glo|act|2|2018'],
    ['東京 서울', '東京|서울'],
    ['サッカー・チーム', 'サッカー|チーム'],
    ['п’ять пʼять п\u0027ять', 'п|ять|п|ять|п|ять'],
    ['Oʻzbekiston', 'o|zbekiston'],
    ['l’État, d\uff07État', 'l|etat|d|etat'],
    ['新闻：城市交通，暂停', '新闻|城市交通|暂停'],
    ['قطر، ٢٠٢٢', 'قطر|٢٠٢٢'],
    ['किला।कला', 'किला|कला'],
    ['1️⃣ ☎️ 👨‍👩‍👧', '1'],
    ['…!', ''],
    ['', ''],
  ])('cuts %j into %s', (text, words) => {
    expect(wordsOf(text).join('|')).toBe(words);
  });
});
