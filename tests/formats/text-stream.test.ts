import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Encoding } from '../../src/formats/input/encoding';
import { streamOf } from '../fixtures/packed';

interface Read {
  text: string;
  encoding: Encoding;
}

let textStream: typeof import('../../src/formats/input/text-stream').textStream;

/** Each test starts before the code pages are loaded, like a page does. */
beforeEach(async () => {
  vi.resetModules();
  ({ textStream } = await import('../../src/formats/input/text-stream'));
});

async function read(bytes: Uint8Array, ...lengths: number[]): Promise<Read> {
  const { pieces, encoding } = textStream(streamOf(bytes, ...lengths));
  let text = '';
  for await (const piece of pieces) text += piece;
  return { text, encoding };
}

const good: Encoding = { name: 'utf-8', damage: null };

/** The bytes of a text in a code page. */
function encoded(text: string, page: string): Uint8Array {
  const letters = [...new TextDecoder(page).decode(Uint8Array.from({ length: 256 }, (_, byte) => byte))];
  // Bytes of windows-1252 that Node decodes as Latin-1.
  const others = new Map([...'‘’“”–€'].map((letter, i) => [letter, [0x91, 0x92, 0x93, 0x94, 0x96, 0x80][i]]));
  const bytes = [...text].map(
    letter => (page === 'windows-1252' ? others.get(letter) : undefined) ?? letters.indexOf(letter),
  );
  if (bytes.includes(-1)) throw new Error(`${text} can't be written in ${page}`);
  return Uint8Array.from(bytes);
}

function utf16(text: string, isBigEndian: boolean): Uint8Array {
  const bytes = Buffer.from(text, 'utf16le');
  return isBigEndian ? bytes.swap16() : bytes;
}

describe('textStream', () => {
  it('reads any text in UTF-8 however its bytes come', async () => {
    const texts = fc.string({ unit: 'binary', maxLength: 60 }).map(text => `{"${text.toWellFormed()}`);
    await fc.assert(
      fc.asyncProperty(texts, fc.integer({ min: 1, max: 9 }), async (text, length) => {
        fc.pre(text[1] !== '\0' && text[2] !== '\0');
        expect(await read(new TextEncoder().encode(text), length)).toEqual({ text, encoding: good });
      }),
    );
  });

  it.each<[string, string, Uint8Array]>([
    ['UTF-8 with a mark', 'utf-8', Buffer.from('\uFEFF{"é": "東"}')],
    ['UTF-16LE with a mark', 'utf-16le', utf16('\uFEFF{"é": "東"}', false)],
    ['UTF-16BE with a mark', 'utf-16be', utf16('\uFEFF{"é": "東"}', true)],
    ['UTF-16LE', 'utf-16le', utf16('{"é": "東"}', false)],
    ['UTF-16BE', 'utf-16be', utf16('{"é": "東"}', true)],
  ])('reads %s', async (_, name, bytes) => {
    for (const length of [1, 2, 3, 5, bytes.length]) {
      expect(await read(bytes, length)).toEqual({ text: '{"é": "東"}', encoding: { name, damage: null } });
    }
  });

  it.each([
    ['windows-1252', 'Øvrige årsager. Vækst for småøer'],
    ['windows-1252', 'Vækst'],
    ['windows-1252', 'L’été dernier, à Genève, la coopération des États membres a été relancée'],
    ['windows-1252', 'café'],
    ['windows-1252', 'Gründung der Behörde für Umweltschutz in Köln; Straße'],
    ['windows-1252', 'El año pasado, el niño visitó España con su papá'],
    ['windows-1252', 'Cooperação técnica e formação de magistrados em São Tomé'],
    ['windows-1252', 'Perché la città è più bella'],
    ['windows-1252', 'Það er gott að vera hér á Íslandi'],
    ['windows-1252', 'A “quoted” text – and a price of 5 €'],
    ['windows-1250', 'Rozpoczęcie współpracy w Łodzi, zażółć gęślą jaźń'],
    ['windows-1250', 'Příliš žluťoučký kůň úpěl ďábelské ódy; zasedání výboru ředitelů'],
    ['windows-1250', 'Megállapodás az együttműködésről, őszi ülés Győrben'],
    ['windows-1250', 'Početak saradnje između članica, završni izvještaj'],
    ['windows-1254', 'İstanbul’da işbirliği toplantısı yapıldı, Türkçe eğitim çalışmaları'],
    ['windows-1257', 'Bendradarbiavimo pradžia Vilniuje, ąžuolų šakų įžanga'],
    ['windows-1251', 'Начало сотрудничества, совещание в Москве'],
    ['windows-1251', 'Москва'],
    ['windows-1251', 'Початок співпраці між країнами в Києві'],
    ['windows-1251', 'Начало на сътрудничеството в България'],
    ['windows-1253', 'Έναρξη της συνεργασίας στην Αθήνα, συνάντηση των υπουργών'],
    ['windows-1256', 'بداية التعاون بين الدول في القاهرة'],
    ['windows-1255', 'תחילת שיתוף הפעולה בין המדינות בירושלים'],
  ])('finds %s by its words: %s', async (page, words) => {
    const text = `{"format": "chronofacet-dataset/1", "title": "${words}"}`;
    const bytes = encoded(text, page);
    for (const length of [1, 50, bytes.length]) {
      expect(await read(bytes, length)).toEqual({ text, encoding: { name: page, damage: null } });
    }
  });

  it('goes on in a code page where the first letter beyond ASCII comes late', async () => {
    const text = `${'{"a": "plain"}\n'.repeat(20_000)}{"a": "Vækst"}`;
    expect((await read(encoded(text, 'windows-1252'), 1000)).text === text).toBe(true);
  });

  it('says that a text in UTF-8 is damaged, and keeps the rest', async () => {
    const bytes = Buffer.concat([Buffer.from('{"a": "Łódź, ą', 'utf8'), Buffer.of(0xc5), Buffer.from(', ę"}', 'utf8')]);
    for (const length of [1, 7, bytes.length]) {
      expect(await read(bytes, length)).toEqual({
        text: '{"a": "Łódź, ą\uFFFD, ę"}',
        encoding: { name: 'utf-8', damage: '{"a": "Łódź, ą\uFFFD, ę"}' },
      });
    }
  });

  it('says so where the last letter is cut short', async () => {
    const bytes = Buffer.from('{"a": "東京"}').subarray(0, 12);
    expect(await read(bytes, 5)).toEqual({
      text: '{"a": "東\uFFFD',
      encoding: { name: 'utf-8', damage: '{"a": "東\uFFFD' },
    });
  });

  it('never shows a letter that stands for nothing in silence', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 40 }), async bytes => {
        const { text, encoding } = await read(bytes);
        const isGiven = Buffer.from(bytes).toString('utf8').includes('\uFFFD') && encoding.name === 'utf-8';
        if (text.includes('\uFFFD') && !isGiven) expect(encoding.damage).not.toBeNull();
      }),
      { numRuns: 2000 },
    );
  });
});

describe('a dataset in a code page', () => {
  it('is read as it was written', async () => {
    const { text, encoding } = await read(readFileSync('tests/cases/page/dataset-in-cp1252.json'));
    expect(encoding).toEqual({ name: 'windows-1252', damage: null });
    expect(JSON.parse(text)).toMatchObject({ title: 'Øvrige årsager', activities: [{ title: 'Vækst for småøer' }] });
  });
});
