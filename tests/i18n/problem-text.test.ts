import { describe, expect, it } from 'vitest';
import { activateLanguage } from '../../src/i18n/catalogue';
import { failureText, problemText } from '../../src/i18n/problem-text';
import type { Problem } from '../../src/model/problem';

describe('problemText', () => {
  it('says what was found, how it was meant and what was lost', async () => {
    const text = problemText(await activateLanguage('en'), {
      path: 'activities[1].date',
      code: 'dateForm',
      loss: 'record',
      found: '"25/02/2020"',
      proposals: ['2020-02-25'],
    });
    expect(text).toContain('"25/02/2020" is not a date of this format');
    expect(text).toContain('Perhaps “2020-02-25” was meant.');
    expect(text).toContain('This activity was left out.');
  });

  it('offers every way in which it may be meant', async () => {
    const problem: Problem = {
      path: 'activities[1].date',
      code: 'dateAmbiguous',
      loss: 'record',
      found: '"1995-6"',
      proposals: ['1995-06', '1995/1996'],
    };
    const english = problemText(await activateLanguage('en'), problem);
    expect(english).toContain(
      'The date "1995-6" can be read in several ways. Perhaps “1995-06” or “1995/1996” was meant.',
    );
    expect(problemText(await activateLanguage('fr'), problem)).toContain('1995-06');
  });

  it.each(['facets[0].id', 'facets[0].values[3].id', 'sources[2].id', 'fields[1].type'])(
    'does not call what was left out at %s an activity',
    async path => {
      const problem: Problem = { path, code: 'duplicateId', loss: 'record', found: '"a"' };
      const text = problemText(await activateLanguage('en'), problem);
      expect(text).toBe('The id "a" is taken already. This part was left out.');
    },
  );

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
      'This JSON is not a dataset of this format. Expected: "format": "chronofacet-dataset/1"; found: "other/1". Correct the file and try again; schema/dataset-1.json describes the format.',
    );
  });

  it('says that a document names no format', async () => {
    const text = failureText(await activateLanguage('en'), { code: 'wrongFormat', found: 'undefined' });
    expect(text).toContain('found: no format.');
  });
});
