import { afterEach, describe, expect, it, vi } from 'vitest';
import { runExportJob } from '../../src/exports/run-job';
import type { Activity, DatasetHead } from '../../src/model/dataset';

const HEAD: DatasetHead = { id: 'long', title: 'Long', language: 'en', sources: [], coverage: [], facets: [] };
const SUMMARY = 'words '.repeat(20_000);
const COUNT = 80;

afterEach(() => vi.unstubAllGlobals());

describe('a job', () => {
  it('hands what is written to the browser while it reads, and the file is whole', async () => {
    let handed = 0;
    const waiting: number[] = [];
    class CountedBlob extends Blob {
      constructor(parts: BlobPart[] = [], options?: BlobPropertyBag) {
        super(parts, options);
        if (!parts.some(part => part instanceof Blob)) handed += this.size;
      }
    }
    vi.stubGlobal('Blob', CountedBlob);
    async function* activities(): AsyncGenerator<readonly Activity[]> {
      for (let i = 0; i < COUNT; i += 1) {
        waiting.push(i * SUMMARY.length - handed);
        yield [{ id: `a${i}`, date: '2018', earliest: 17_532, latest: 17_896, title: 'A', summary: SUMMARY, tags: {} }];
      }
    }
    const about = {
      ...{ sentence: '', filters: [], link: null, count: COUNT, total: COUNT },
      ...{ version: '', taken: '2026-11-30', extent: null },
    };
    const result = await runExportJob({ kind: 'file', form: 'csv', head: HEAD, about, language: 'en' }, activities());
    expect(Math.max(...waiting)).toBeLessThan(2_000_000);
    const lines = result.kind === 'file' ? (await result.file.text()).trim().split('\r\n') : [];
    expect(lines.slice(1).map(line => line.split(',')[0])).toEqual(Array.from({ length: COUNT }, (_, i) => `a${i}`));
    expect(lines.slice(1).filter(line => !line.includes(SUMMARY))).toEqual([]);
  });

  it('makes no file if there are not as many activities as it would say', async () => {
    async function* activities(): AsyncGenerator<readonly Activity[]> {
      yield [{ id: 'a', date: '2018', earliest: 17_532, latest: 17_896, title: 'A', tags: {} }];
    }
    const made = (count: number) => {
      const about = {
        sentence: '',
        filters: [],
        link: null,
        count,
        total: 2,
        version: '',
        taken: '2026-11-30',
        extent: null,
      };
      return runExportJob({ kind: 'file', form: 'csv', head: HEAD, about, language: 'en' }, activities());
    };
    await expect(made(1)).resolves.toMatchObject({ kind: 'file' });
    await expect(made(2)).rejects.toThrow('1 activities instead of 2');
  });
});
