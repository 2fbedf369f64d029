import { describe, expect, it } from 'vitest';
import { activateLanguage } from '../../src/i18n/catalogue';
import { failureText, problemText } from '../../src/i18n/problem-text';

describe('problemText', () => {
  it('says what was found, how it was meant and what was lost', async () => {
    const text = problemText(await activateLanguage('en'), {
      path: 'activities[1].date',
      code: 'dateForm',
      loss: 'record',
      found: '"25/02/2020"',
      proposal: '2020-02-25',
    });
    expect(text).toContain('"25/02/2020" is no date of this format');
    expect(text).toContain('Perhaps “2020-02-25” was meant.');
    expect(text).toContain('This record was left out.');
  });

  it('says nothing of a loss where nothing is lost', async () => {
    const text = problemText(await activateLanguage('en'), { path: 'x', code: 'unknownField', loss: 'note' });
    expect(text).not.toContain('left out');
    expect(text).not.toContain('Perhaps');
  });
});

describe('failureText', () => {
  it('says what was expected and what was found', async () => {
    const text = failureText(await activateLanguage('en'), { code: 'wrongFormat', found: '"other/1"' });
    expect(text).toBe(
      'This JSON is not a dataset of this format. Expected is "format": "chronofacet-dataset/1"; found: "other/1".',
    );
  });

  it('says that a document names no format', async () => {
    const text = failureText(await activateLanguage('en'), { code: 'wrongFormat', found: 'undefined' });
    expect(text).toContain('found: no format.');
  });
});
