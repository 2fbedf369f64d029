/*
 * The little that is used of the packages of bench/package.json, which are installed only when the benchmarks run.
 */

declare module 'crossfilter2' {
  interface Dimension {
    filterAll(): void;
    filterExact(value: number): void;
    filterFunction(keeps: (value: number) => boolean): void;
    group(): { all(): { key: number; value: number }[] };
    groupAll(): {
      reduce<T>(
        add: (sum: T, place: number) => T,
        remove: (sum: T, place: number) => T,
        initial: () => T,
      ): { value(): T };
    };
    bottom(count: number): number[];
  }
  interface Crossfilter {
    dimension(read: (place: number) => number | number[], isArray?: boolean): Dimension;
    groupAll(): { value(): number };
  }
  // biome-ignore lint/style/noDefaultExport: the package has a default export
  export default function crossfilter(places: number[]): Crossfilter;
}

declare module 'itemsjs' {
  interface Found {
    data: { aggregations: Record<string, { buckets: { key: string; doc_count: number }[] }> };
    pagination: { total: number };
  }
  interface Engine {
    search(options: { filters: Record<string, string[]>; per_page: number }): Found;
  }
  // biome-ignore lint/style/noDefaultExport: the package has a default export
  export default function itemsjs(items: object[], options: object): Engine;
}

declare module 'minisearch' {
  // biome-ignore lint/style/noDefaultExport: the package has a default export
  export default class MiniSearch {
    constructor(options: {
      fields: string[];
      tokenize: (text: string) => string[];
      processTerm: (word: string) => string;
    });
    add(document: { id: number; text: string }): void;
    search(question: string, options: { combineWith: 'AND'; prefix: boolean }): { id: number }[];
  }
}

declare module 'apache-arrow' {
  export interface Vector {
    get(row: number): number | bigint | null;
    toArray(): Iterable<number>;
  }
  export interface Table {
    numRows: number;
    getChildAt(column: number): Vector | null;
  }
  export function tableFromArrays(columns: Record<string, ArrayLike<number | bigint>>): Table;
}

declare module '@duckdb/duckdb-wasm' {
  import type { Table } from 'apache-arrow';

  export class VoidLogger {}
  export interface AsyncDuckDBConnection {
    query(text: string): Promise<Table>;
    insertArrowTable(table: Table, options: { name: string; create: boolean }): Promise<void>;
  }
  export class AsyncDuckDB {
    constructor(logger: VoidLogger, worker: Worker);
    instantiate(moduleUrl: string): Promise<unknown>;
    connect(): Promise<AsyncDuckDBConnection>;
  }
}
