import { describe, expect, it } from 'vitest';
import { contentVersion } from '../../src/exports/content-version';
import { exportInWorker } from '../../src/exports/worker/client';
import { readDataset } from '../../src/formats/json/read-dataset';
import { HOSTILE } from './hostile';

async function versionOf(document: object): Promise<string> {
  const { activities, ...head } = readDataset(JSON.stringify(document)).dataset;
  return contentVersion(head, streamOf([activities]));
}

async function* streamOf<T>(items: readonly T[]) {
  yield* items;
}

describe('contentVersion', () => {
  it('is the day of the update and ten characters of a hash', async () => {
    expect(await versionOf(HOSTILE)).toMatch(/^2026-11-30\.[0-9a-f]{10}$/);
    expect(await versionOf({ ...HOSTILE, updated: undefined })).toMatch(/^[0-9a-f]{10}$/);
  });

  it('depends on neither the order of keys nor that of activities in the file', async () => {
    const { activities, ...root } = HOSTILE;
    const turned = activities.toReversed().map(activity => Object.fromEntries(Object.entries(activity).reverse()));
    expect(await versionOf({ activities: turned, ...root })).toBe(await versionOf(HOSTILE));
  });

  it('changes with every text', async () => {
    const changed = structuredClone(HOSTILE);
    const [first] = changed.activities;
    if (first) first.summary += '.';
    expect(await versionOf(changed)).not.toBe(await versionOf(HOSTILE));
  });
});

describe('exportInWorker', () => {
  const { activities, ...head } = readDataset(JSON.stringify(HOSTILE)).dataset;

  it('runs in the calling thread where there are no workers', async () => {
    const result = await exportInWorker(
      { kind: 'version', head },
      streamOf([activities]),
      new AbortController().signal,
    );
    expect(result).toEqual({ kind: 'version', version: await versionOf(HOSTILE) });
  });

  it('refuses more activities than a form can hold, before it reads any', async () => {
    const about = {
      sentence: '',
      filters: [],
      link: null,
      count: 1e6,
      total: 1e6,
      version: '',
      taken: '',
      extent: null,
    };
    const job = { kind: 'file', form: 'xlsx', head, about, language: 'en' } as const;
    const unread = {
      [Symbol.asyncIterator]: () => {
        throw new Error('read');
      },
    };
    await expect(exportInWorker(job, unread, new AbortController().signal)).rejects.toMatchObject({ max: 200_000 });
  });
});
