import { describe, expect, it } from 'vitest';
import { type FileStart, fileStart } from '../../src/formats/input/file-start';
import { EXPORT_FORMS, exportFormOf, IMPORT_FORMS } from '../../src/formats/registry';
import { inEveryForm } from '../fixtures/every-form';
import { smallDocument } from '../fixtures/small-document';

const files = await inEveryForm(JSON.stringify(smallDocument()));

const claimsOf = (start: FileStart) => IMPORT_FORMS.filter(form => form.sniff(start) === 'yes').map(({ id }) => id);

describe('the forms', () => {
  it('have ids, extensions and media types of their own', () => {
    for (const key of ['id', 'extension', 'mediaType'] as const) {
      expect(new Set(EXPORT_FORMS.map(form => form[key])).size).toBe(EXPORT_FORMS.length);
    }
    expect(new Set(IMPORT_FORMS.map(({ id }) => id)).size).toBe(IMPORT_FORMS.length);
  });

  it.each([...files])('a file of %s is claimed by that form alone', (form, bytes) => {
    expect(claimsOf(fileStart(bytes, true))).toEqual([form]);
  });

  it.each([...files])('no other form claims any beginning of a file of %s', (form, bytes) => {
    for (let length = 0; length < Math.min(2000, bytes.length); length += 1) {
      expect(claimsOf(fileStart(bytes.subarray(0, length), false)).filter(id => id !== form)).toEqual([]);
    }
  });

  it.each(['', ' \n', 'Hello', 'one, two', '<svg></svg>', '\u0089PNG'])('none claims %j', text => {
    expect(claimsOf(fileStart(Buffer.from(text, 'latin1'), true))).toEqual([]);
  });
});

describe('exportFormOf', () => {
  it.each([
    ['a.json', 'json'],
    ['a.b/c.ndjson', 'ndjson'],
    ['x.cfpack', 'packed'],
    ['x.csv', undefined],
    ['ndjson', undefined],
  ])('%s: %s', (file, form) => expect(exportFormOf(file)?.id).toBe(form));
});
