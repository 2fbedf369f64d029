import { describe, expect, it } from 'vitest';
import { askedBy } from '../../fixtures/ask';
import { answer } from '../../fixtures/ask-index';
import { openDocument } from '../../fixtures/dataset-document';
import { textDataset } from '../../fixtures/text-dataset';

describe('the marks of a window', () => {
  it('include the whole window if the margin has too many activities', () => {
    const opened = openDocument(textDataset('2014-01-01 A\n2014-01-02 B\n2015-01-01 C'));
    const query = { ...askedBy('from=2015', opened), markLimit: 1, margin: 400 };
    expect(answer(opened.index, query).marks.map(({ title }) => title)).toEqual(['C']);
  });
});
