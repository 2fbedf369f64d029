import { describe, expect, it } from 'vitest';
import { HOSTILE } from './hostile';
import { writeView } from './write';

describe.each(['markdown', 'text'] as const)('the note of a view as %s', form => {
  it('has the view in words, its filters, every entry under its year, and where it comes from', async () => {
    const { text, activities } = await writeView(HOSTILE, form, { query: '?flat=one' });
    const count = activities.length;
    expect(text).toContain(`${count} activities`);
    for (const part of ['Flat: One', `${count} of 17`, 'https://record.example/', 'CC0-1.0', '30 November 2026']) {
      expect(text).toContain(part);
    }
    const years = text.match(form === 'markdown' ? /^## .+$/gm : /^.+\n-+$/gm) ?? [];
    expect(years.length).toBeGreaterThan(1);
    expect(new Set(years).size).toBe(years.length);
  });
});

describe('the note of a view as markdown', () => {
  it('has its link and the addresses of sources and licence as they are, to follow and to copy', async () => {
    const sources = [{ id: 'log', title: 'Log *A*', url: 'https://log.example/a_b?c=1&d=2' }];
    const document = { ...HOSTILE, license: 'https://log.example/terms_of_use', sources };
    const { text } = await writeView(document, 'markdown', { query: '?flat=one&view=list' });
    for (const line of [
      'Link: <https://record.example/?flat=one&view=list>',
      'Source: Log \\*A\\*, <https://log.example/a_b?c=1&d=2>',
      'Licence: <https://log.example/terms_of_use>',
    ]) {
      expect(text).toContain(`- ${line}\n`);
    }
  });

  it('lets no text begin markup', async () => {
    const { text } = await writeView(HOSTILE, 'markdown');
    expect(text).toContain('\\{braces\\} \\& \\]\\]\\> \\<b\\>markup\\</b\\> \\\\ backslash');
    expect(text.match(/^#+ /gm)?.length).toBe(1 + 17 + (text.match(/^## /gm)?.length ?? 0));
  });
});
