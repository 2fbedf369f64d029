import { lazyModule } from '../../lib/lazy-module';
import type { ActivityRow, Density, Matrix, MatrixQuery } from '../../model/answer';
import type { ColourWant } from '../../model/wants';
import type { Index } from './build-index';
import { colourDensity } from './colours';
import { densityOf } from './density';
import type { CountCache } from './facets';
import { emptyFilterState, type FilterState } from './filter-sets';
import { rowAt } from './rows';

export interface Cache {
  filterState: FilterState;
  counts: CountCache;
  density: { key: string; value: Density } | null;
  colourDensity: { key: string; value: readonly Density[] } | null;
  matrix: { key: string; value: Matrix } | null;
  /** Marks that were already made, by position. Consecutive answers share most marks. */
  marks: Map<number, ActivityRow>;
}

/** The code that counts a matrix. It must be loaded before a matrix is selected. */
export const matrixCode = lazyModule(() => import('./matrix'));

const MAX_MARKS = 2000;

const caches = new WeakMap<Index, Cache>();

export function cacheOf(index: Index): Cache {
  const known = caches.get(index) ?? {
    filterState: emptyFilterState(),
    counts: { counts: new Map(), last: new Map() },
    density: null,
    colourDensity: null,
    matrix: null,
    marks: new Map(),
  };
  caches.set(index, known);
  return known;
}

export function filterStateOf(index: Index): FilterState {
  return cacheOf(index).filterState;
}

export function cachedDensity(index: Index, cache: Cache, key: string): Density {
  if (cache.density?.key !== key) cache.density = { key, value: densityOf(index, index.scratch.anyTime) };
  return cache.density.value;
}

export function cachedColourDensity(
  index: Index,
  cache: Cache,
  selection: string,
  want: ColourWant,
): readonly Density[] {
  const key = `${selection}\n${JSON.stringify(want)}`;
  if (cache.colourDensity?.key !== key) cache.colourDensity = { key, value: colourDensity(index, want) };
  return cache.colourDensity.value;
}

export function cachedMatrix(index: Index, cache: Cache, selection: string, want: MatrixQuery): Matrix {
  const key = `${selection}\n${JSON.stringify(want)}`;
  if (cache.matrix?.key !== key) {
    const code = matrixCode.get();
    if (!code) throw new TypeError('load the code of the matrix before selecting one');
    cache.matrix = { key, value: code.matrixOf(index, want) };
  }
  return cache.matrix.value;
}

export function cachedMark(index: Index, { marks }: Cache, position: number): ActivityRow {
  const row = marks.get(position) ?? rowAt(index, position);
  if (marks.size >= MAX_MARKS) marks.clear();
  marks.set(position, row);
  return row;
}
