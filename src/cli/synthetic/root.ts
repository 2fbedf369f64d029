import { type Day, isoDay } from '../../lib/day';
import type { Facet, Source } from '../../model/dataset';
import { COVERED } from './calendar';

export interface SyntheticRoot {
  format: 'chronofacet-dataset/1';
  id: string;
  title: string;
  description: string;
  publisher: string;
  license: string;
  language: string;
  updated: string;
  sources: readonly Source[];
  coverage: readonly { from: string; to: string; note?: string }[];
  facets: readonly Facet[];
}

export const SOURCES: readonly Source[] = [
  { id: 'yearbook', title: 'Yearbook', url: 'https://example.org/yearbook' },
  { id: 'bulletin', title: 'Monthly bulletin', url: 'https://example.org/bulletin' },
  { id: 'archive', title: 'Archive of notices' },
];

export function createRoot(seed: number, facets: readonly Facet[]): SyntheticRoot {
  return {
    format: 'chronofacet-dataset/1',
    id: `synthetic-${seed}`,
    title: `Synthetic record ${seed}`,
    description: 'Invented activities in the shape of real ones; nothing here happened.',
    publisher: 'Chronofacet',
    license: 'CC0-1.0',
    language: 'en',
    updated: '2025-01-15',
    sources: SOURCES,
    coverage: COVERED.map(({ from, to }, i) => ({ ...period(from, to), ...(i > 0 && { note: 'After the gap' }) })),
    facets,
  };
}

function period(from: Day, to: Day): { from: string; to: string } {
  return { from: isoDay(from), to: isoDay(to) };
}
