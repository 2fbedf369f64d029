import { describe, expect, it } from 'vitest';
import { inEveryForm } from '../fixtures/every-form';
import { smallDocument, smallDocumentWith } from '../fixtures/small-document';
import { run, temporaryFolder } from './run';

const folder = temporaryFolder();
const files = await inEveryForm(JSON.stringify(smallDocument()));

describe('stats', () => {
  it.each([...files])('says what is in %s', async (form, bytes) => {
    const file = await folder.write('small', bytes);
    expect(await run('stats', file)).toEqual({
      code: 0,
      err: [],
      out: [
        `Small (small, ${form})`,
        '3 activities, 2016-05/2018-06, 2 dates not exact',
        'Covered by the sources: 2016-01/2018-06',
        'With a summary 1, a place 1, links 1',
        'Source brochure: 1',
        'Without a source: 2',
        'Region (region): 3 values, 1 activities without any',
        '        2  Africa (africa)',
        '        1  Mali (mali)',
        '        1  Asia (asia)',
        'Theme (theme): 1 value, 2 activities without any',
        '        1  Drugs (drugs)',
        '0 problems, 0 notes',
      ],
    });
    const { out } = await run('stats', file, '--json');
    expect(out).toHaveLength(1);
    expect(JSON.parse(out[0] ?? '')).toMatchObject({
      file,
      form,
      id: 'small',
      activities: 3,
      span: '2016-05/2018-06',
      facets: [
        {
          id: 'region',
          without: 1,
          values: [
            { id: 'africa', count: 2 },
            { id: 'mali', broader: 'africa', count: 1 },
            { id: 'asia', count: 1 },
          ],
        },
        { id: 'theme', without: 2 },
      ],
      sources: [{ id: 'brochure', count: 1 }],
      problems: 0,
    });
  });

  it('counts what could not be read', async () => {
    const file = await folder.write('bad', smallDocumentWith('activities[1].date', 'soon'));
    const { code, out } = await run('stats', file);
    expect([code, out[1], out.at(-1)]).toEqual([
      1,
      '2 activities, 2016-05/2018-06, 2 dates not exact',
      '1 problem, 0 notes',
    ]);
  });

  it('knows no span without activities', async () => {
    const { code, out } = await run('stats', await folder.write('none', smallDocumentWith('activities', [])));
    expect([code, out[1]]).toEqual([0, '0 activities, no days, 0 dates not exact']);
  });
});
