import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { addBit, hasBit } from '../../../src/engine/local/bitset';
import { createKernel, type Kernel } from '../../../src/engine/local/kernel';
import type { SetId } from '../../../src/engine/local/kernel-store';
import { KERNELS } from '../../fixtures/kernels';

const SIZES = [0, 1, 31, 32, 33, 63, 64, 65, 127, 128, 129, 511, 512, 513, 1000, 100_000];

/** Membership by position: the model that sets are compared with. */
type Table = readonly boolean[];

function arbitraryTable(size: number): fc.Arbitrary<Table> {
  const position = fc.nat(size);
  return fc.oneof(
    fc
      .tuple(fc.nat(), fc.constantFrom(0, 0.001, 0.1, 0.5, 0.99, 1))
      .map(([seed, share]) => scattered(size, seed, share)),
    fc.tuple(position, position).map(([a, b]) => tableOf(size, i => i >= Math.min(a, b) && i < Math.max(a, b))),
  );
}

function scattered(size: number, seed: number, share: number): Table {
  let state = seed | 1;
  return tableOf(size, () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32 < share;
  });
}

function tableOf(size: number, has: (position: number) => boolean): Table {
  return Array.from({ length: size }, (_, position) => has(position));
}

function write(kernel: Kernel, set: SetId, table: Table): void {
  const words = kernel.words(set);
  table.forEach((has, position) => {
    if (has) addBit(words, position);
  });
}

/** Returns the first position where set and table differ; -1 if they are equal. */
function difference(kernel: Kernel, set: SetId, table: Table): number {
  const words = kernel.words(set);
  return table.findIndex((has, position) => has !== hasBit(words, position));
}

function bitsetOf(table: Table): Uint32Array {
  const words = new Uint32Array((table.length + 31) >>> 5);
  table.forEach((has, position) => {
    if (has) addBit(words, position);
  });
  return words;
}

function kernelWith(create: (size: number) => Kernel, size: number, tables: readonly Table[]): Kernel {
  const kernel = create(size);
  const first = kernel.allocate(tables.length);
  tables.forEach((table, i) => {
    write(kernel, first + i, table);
  });
  return kernel;
}

function sizeOf(table: Table): number {
  return table.filter(Boolean).length;
}

function common(a: Table, b: Table): number {
  return a.filter((has, position) => has && b[position]).length;
}

const operation = fc.constantFrom<
  ['intersect' | 'subtract' | 'unite' | 'copy', (into: boolean, other: boolean) => boolean]
>(
  ['intersect', (into, other) => into && other],
  ['subtract', (into, other) => into && !other],
  ['unite', (into, other) => into || other],
  ['copy', (_, other) => other],
);

describe.each(KERNELS)('the %s kernel', (_kind, create) => {
  describe.each(SIZES)('over %i positions', size => {
    const table = arbitraryTable(size);
    const runs = { numRuns: size > 1000 ? 4 : 40 };

    it('makes empty sets', () => {
      const kernel = create(size);
      const first = kernel.allocate(3);
      expect([first, first + 1, first + 2].map(set => kernel.count(set))).toEqual([0, 0, 0]);
      expect(kernel.allocate()).toBe(first + 3);
    });

    it('fills a set up to its last position and leaves zero beyond', () => {
      const kernel = create(size);
      const set = kernel.allocate();
      kernel.fill(set);
      expect(kernel.count(set)).toBe(size);
      expect(
        difference(
          kernel,
          set,
          tableOf(size, () => true),
        ),
      ).toBe(-1);
      expect(hasBit(kernel.words(set), size)).toBe(false);
    });

    it('intersects, subtracts, unites and copies into the first set and leaves the others', () => {
      fc.assert(
        fc.property(operation, table, table, table, ([name, expected], before, a, b) => {
          const kernel = kernelWith(create, size, [before, a, b, before]);
          kernel[name](1, 2);
          const after = a.map((has, i) => expected(has, b[i] ?? false));
          expect([before, after, b, before].map((set, i) => difference(kernel, i, set))).toEqual([-1, -1, -1, -1]);
        }),
        { numRuns: 3 * runs.numRuns },
      );
    });

    it('clears a set and adds a range to it', () => {
      fc.assert(
        fc.property(table, fc.nat(size), fc.nat(size), (a, x, y) => {
          const kernel = kernelWith(create, size, [a, a]);
          const [from, to] = [Math.min(x, y), Math.max(x, y)];
          kernel.fill(0, from, to);
          const filled = a.map((has, i) => has || (i >= from && i < to));
          expect(difference(kernel, 0, filled)).toBe(-1);
          kernel.clear(0);
          expect([kernel.count(0), kernel.count(1)]).toEqual([0, sizeOf(a)]);
        }),
        runs,
      );
    });

    it('counts the intersection of a set with each of many', () => {
      fc.assert(
        fc.property(table, fc.array(table, { maxLength: 9 }), (base, sets) => {
          const kernel = kernelWith(create, size, [base, ...sets]);
          const counts = new Uint32Array(sets.length).fill(7);
          kernel.countEach(0, 1, counts);
          expect([...counts]).toEqual(sets.map(set => common(base, set)));
          sets.forEach((set, i) => {
            expect(kernel.countCommon(0, 1 + i)).toBe(common(base, set));
            expect(kernel.count(1 + i)).toBe(sizeOf(set));
          });
        }),
        runs,
      );
    });

    it('lists the positions of a set, all of them or the first few', () => {
      fc.assert(
        fc.property(table, fc.nat(size + 2), (a, limit) => {
          const kernel = kernelWith(create, size, [a]);
          const positions = a.flatMap((has, i) => (has ? [i] : []));
          expect([...kernel.positions(0)]).toEqual(positions);
          expect(kernel.firstPositions(0, limit)).toEqual(positions.slice(0, limit));
          expect(kernel.firstPositions(0, 40, limit)).toEqual(positions.slice(limit, limit + 40));
        }),
        runs,
      );
    });

    it('lists the symmetric difference of two sets, unless it is longer than wanted', () => {
      fc.assert(
        fc.property(table, table, fc.nat(3), (a, b, less) => {
          const kernel = kernelWith(create, size, [a, b]);
          const expected = a.flatMap((has, i) => (has === b[i] ? [] : [i]));
          expect(kernel.differences(0, 1, expected.length)).toEqual(Uint32Array.from(expected));
          expect(kernel.differences(0, 1, size)?.length).toBe(expected.length);
          if (less > 0 && less <= expected.length) expect(kernel.differences(0, 1, expected.length - less)).toBeNull();
        }),
        runs,
      );
    });

    it('counts and lists a set again after it was written', () => {
      const written = fc.constantFrom('operation', 'fill', 'clear', 'words');
      fc.assert(
        fc.property(written, operation, table, table, (how, [name, expected], a, b) => {
          const kernel = kernelWith(create, size, [a, b]);
          expect(kernel.count(0)).toBe(sizeOf(a));
          if (how === 'operation') kernel[name](0, 1);
          else if (how === 'fill') kernel.fill(0);
          else if (how === 'clear') kernel.clear(0);
          else write(kernel, 0, b);
          const after = a.map((has, i) => {
            if (how === 'operation') return expected(has, b[i] ?? false);
            return how === 'fill' || (how === 'words' && (has || (b[i] ?? false)));
          });
          expect(kernel.count(0)).toBe(sizeOf(after));
          expect([...kernel.positions(0)]).toEqual(after.flatMap((has, i) => (has ? [i] : [])));
        }),
        runs,
      );
    });

    it('counts the intersection of two sets in ranges', () => {
      fc.assert(
        fc.property(table, table, fc.array(fc.nat(size), { minLength: 1, maxLength: 12 }), (a, b, cuts) => {
          const kernel = kernelWith(create, size, [a, b]);
          const edges = Uint32Array.of(0, ...cuts, size).sort();
          const counts = new Uint32Array(edges.length - 1);
          kernel.countRanges(0, 1, edges, counts);
          const expected = [...edges].slice(1).map((to, i) => common(a.slice(edges[i], to), b.slice(edges[i], to)));
          expect([...counts]).toEqual(expected);
        }),
        runs,
      );
    });

    it('counts as many ranges as there are positions', () => {
      fc.assert(
        fc.property(table, a => {
          const kernel = kernelWith(create, size, [a]);
          const counts = new Uint32Array(size);
          kernel.countRanges(
            0,
            0,
            Uint32Array.from({ length: size + 1 }, (_, i) => i),
            counts,
          );
          expect(counts).toEqual(Uint32Array.from(a, Number));
        }),
        runs,
      );
    });

    it('combines a read-only set with another like any set', () => {
      fc.assert(
        fc.property(operation, table, table, table, ([name, expected], before, into, other) => {
          const kernel = kernelWith(create, size, [before, into]);
          const set = kernel.storeReadOnly([bitsetOf(other)]);
          kernel[name](1, set);
          const after = into.map((has, i) => expected(has, other[i] ?? false));
          expect([before, after].map((wanted, i) => difference(kernel, i, wanted))).toEqual([-1, -1]);
          expect(kernel.count(set)).toBe(sizeOf(other));
        }),
        { numRuns: 3 * runs.numRuns },
      );
    });

    it('counts and lists the intersection with read-only sets, in total and in ranges', () => {
      const cuts = fc.array(fc.nat(size), { minLength: 1, maxLength: 12 });
      fc.assert(
        fc.property(table, fc.array(table, { minLength: 1, maxLength: 9 }), cuts, (base, sets, borders) => {
          const kernel = kernelWith(create, size, [base]);
          const first = kernel.storeReadOnly(sets.map(bitsetOf));
          const counts = new Uint32Array(sets.length).fill(7);
          kernel.countEach(0, first, counts);
          expect([...counts]).toEqual(sets.map(set => common(base, set)));
          const edges = Uint32Array.from(borders).sort();
          sets.forEach((set, i) => {
            expect(kernel.countCommon(0, first + i)).toBe(common(base, set));
            const inRanges = new Uint32Array(edges.length - 1).fill(7);
            kernel.countRanges(0, first + i, edges, inRanges);
            const both = base.map((has, position) => has && (set[position] ?? false));
            expect([...kernel.positions(0, first + i)]).toEqual(
              both.flatMap((has, position) => (has ? [position] : [])),
            );
            expect([...inRanges]).toEqual([...edges].slice(1).map((to, e) => sizeOf(both.slice(edges[e], to))));
          });
        }),
        runs,
      );
    });

    it('keeps its sets while its memory grows', () => {
      const a = scattered(size, 1, 0.5);
      const kernel = kernelWith(create, size, [a]);
      const first = kernel.allocate(40);
      write(kernel, first + 39, a);
      expect(difference(kernel, 0, a)).toBe(-1);
      expect(kernel.countCommon(0, first + 39)).toBe(sizeOf(a));
      const counts = new Uint32Array(40);
      kernel.countEach(0, first, counts);
      expect([...counts]).toEqual([...Array(39).fill(0), sizeOf(a)]);
    });
  });

  it('stores small read-only sets as lists, which can’t be written', () => {
    const kernel = create(1000);
    const few = kernel.storeReadOnly([bitsetOf(tableOf(1000, i => i < 15))]);
    const more = kernel.storeReadOnly([bitsetOf(tableOf(1000, i => i < 16))]);
    expect([few, more].map(set => kernel.count(set))).toEqual([15, 16]);
    expect(() => kernel.words(few)).toThrow(RangeError);
    expect(() => kernel.fill(few)).toThrow(RangeError);
    expect(() => kernel.unite(few, more)).toThrow(RangeError);
    expect(hasBit(kernel.words(more), 15)).toBe(true);
  });

  it('throws for an unknown set', () => {
    const kernel = create(100);
    kernel.allocate(2);
    expect(() => kernel.words(2)).toThrow(RangeError);
    expect(() => kernel.intersect(0, -1)).toThrow(RangeError);
    kernel.fill(0);
    expect(() => kernel.countEach(0, 1, new Uint32Array(2))).toThrow(RangeError);
  });
});

describe('createKernel', () => {
  afterEach(() => vi.unstubAllGlobals());

  const forbidden = {
    ...WebAssembly,
    Module: class {
      constructor() {
        throw new WebAssembly.CompileError("blocked by CSP: 'wasm-unsafe-eval'");
      }
    },
  };

  it('uses WebAssembly if it is available', () => {
    expect(createKernel(1000).kind).toBe('wasm');
  });

  it.each([
    ['there is no WebAssembly', undefined],
    ['the content security policy forbids it', forbidden],
  ])('counts the same in TypeScript where %s', (_reason, stub) => {
    const tables = [0.5, 0.3, 0.01, 1, 0.9, 0].map((share, seed) => scattered(1000, seed, share));
    vi.stubGlobal('WebAssembly', stub);
    const kernel = kernelWith(createKernel, 1000, tables);
    expect(kernel.kind).toBe('typescript');
    const counts = new Uint32Array(5);
    kernel.countEach(0, 1, counts);
    expect([...counts]).toEqual(tables.slice(1).map(table => common(tables[0] ?? [], table)));
  });
});
