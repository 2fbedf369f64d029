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
  it('lets no text begin markup', async () => {
    const { text } = await writeView(HOSTILE, 'markdown');
    expect(text).toContain('\\{braces\\} \\& \\]\\]\\> \\<b\\>markup\\</b\\> \\\\ backslash');
    expect(text.match(/^#+ /gm)?.length).toBe(1 + 17 + (text.match(/^## /gm)?.length ?? 0));
  });
});
