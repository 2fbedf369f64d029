import { lazyModule } from '../../lib/lazy-module';
import { PLACE_COLUMN } from '../../model/columns';
import type { DatasetHead } from '../../model/dataset';
import type { Records } from '../../model/records';
import type { Order } from '../../model/wants';
import type { ComputedOrder } from './make-order';
import { runInSlices, runToEnd, type Slicing } from './slices';

/** The code that computes orders other than by date. It is loaded on demand, because most readers use none. */
export const makeOrderCode = lazyModule(() => import('./make-order'));

export interface Orders {
  /** Returns all positions in an order, or null for orders by date. The caller must have awaited `ready`. */
  of(sort: Order): Uint32Array | null;
  /**
   * Waits until `of` can return an order at once. Loads all texts if the order depends on texts. Sorting takes seconds
   * for a million texts. The work goes on if the caller stops waiting.
   */
  ready(sort: Order, slicing: Slicing): Promise<void>;
}

/** The maximum number of cached orders. An order of a million activities takes four megabytes. */
const MAX_ORDERS = 3;

/** Creates a store of orders. Each order is computed when it is first needed. */
export function createOrders(records: Records): Orders {
  let recent: { key: string; order: Uint32Array }[] = [];
  const making = new Map<string, Promise<void>>();
  const remember = (entry: { key: string; order: Uint32Array }) => {
    recent = [entry, ...recent.filter(({ key }) => key !== entry.key)].slice(0, MAX_ORDERS);
    return entry.order;
  };
  // If the cache has dropped an order since the caller awaited `ready`, the order is computed again.
  const computeNow = (sort: ComputedOrder) => {
    const code = makeOrderCode.get();
    if (!code) throw new TypeError('wait until an order is ready before using it');
    return runToEnd(code.orderBy(records, sort));
  };
  return {
    of(sort) {
      if (sort === 'date' || sort === '-date') return null;
      const key = JSON.stringify(sort);
      return remember(recent.find(other => other.key === key) ?? { key, order: computeNow(sort) });
    },
    async ready(sort, slicing) {
      if (sort === 'date' || sort === '-date') return;
      const key = JSON.stringify(sort);
      if (recent.some(other => other.key === key)) return;
      const make = async () => {
        if (readsText(sort, records.head)) await records.whole();
        const { orderBy } = await makeOrderCode.load();
        remember({ key, order: await runInSlices(orderBy(records, sort), slicing) });
      };
      const made = making.get(key) ?? make().finally(() => making.delete(key));
      making.set(key, made);
      await made;
    },
  };
}

function readsText(sort: ComputedOrder, { fields = [] }: DatasetHead): boolean {
  return sort === 'title' || sort.column === PLACE_COLUMN || fields.some(({ id }) => id === sort.column);
}
