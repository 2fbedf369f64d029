import { isExact, parseEdtf, timeOrder } from '../../lib/edtf';
import { getOwn } from '../../lib/get-own';
import { growable, growableLists } from '../../lib/growable';
import type { Activity, DatasetHead, FacetValue } from '../../model/dataset';
import { bitsInOrder, dateOrder, inOrder, listsInOrder, type Order } from './arrange';
import type { Columns, Ids } from './columns';

/** Collects the columns and ids of activities, which may be added in any order. */
export interface ColumnStore {
  add(activity: Activity): void;
  /** Sorts the activities by date and returns their columns. `add` must not be called afterwards. */
  finish(): { columns: Columns; ids: Ids; order: Order };
}

const MAX_SHORT_VALUES = 65_536;

interface FormerId {
  id: string;
  added: number;
}

const NONE: readonly string[] = [];

const encoder = new TextEncoder();

export function createColumnStore(head: DatasetHead): ColumnStore {
  const [earliest, latest] = [growable(length => new Int32Array(length)), growable(length => new Int32Array(length))];
  const times = growable(length => new Int32Array(length));
  const vague = growable(length => new Uint8Array(length));
  const tags = head.facets.map(({ id, values }) => ({ id, ...createTagStore(values) }));
  const ids = growableLists(length => new Uint8Array(length));
  const former: FormerId[] = [];
  return {
    add(activity) {
      for (const id of activity.formerIds ?? NONE) former.push({ id, added: earliest.length });
      earliest.push(activity.earliest);
      latest.push(activity.latest);
      times.push(timeOrder(activity.date));
      vague.push(isVague(activity) ? 1 : 0);
      for (const { id, push } of tags) push(getOwn(activity.tags, id) ?? NONE);
      ids.push(encoder.encode(activity.id));
    },
    finish() {
      const order = dateOrder({
        earliest: earliest.view(),
        latest: latest.view(),
        times: times.view(),
        ids: ids.view(),
      });
      const columns: Columns = {
        head,
        size: earliest.length,
        earliest: inOrder(earliest.view(), order),
        latest: inOrder(latest.view(), order),
        inexact: bitsInOrder(vague.view(), order),
        tags: new Map(tags.map(({ id, view }) => [id, listsInOrder(view(), order)])),
      };
      return { columns, ids: { ids: listsInOrder(ids.view(), order), ...formerColumns(former, order) }, order };
    },
  };
}

/** Returns whether a date is inexact. A single day in ten characters never is, so most dates need no parsing. */
function isVague({ date, earliest, latest }: Activity): boolean {
  if (earliest === latest && date.length === 10) return false;
  const parsed = parseEdtf(date);
  return parsed.kind === 'problem' || !isExact(parsed);
}

function createTagStore(values: readonly FacetValue[]) {
  const indexes = new Map(values.map((value, i) => [value.id, i]));
  const lists = growableLists<Uint16Array | Uint32Array>(length =>
    values.length <= MAX_SHORT_VALUES ? new Uint16Array(length) : new Uint32Array(length),
  );
  return {
    push(ids: readonly string[]): void {
      for (const id of ids) {
        const index = indexes.get(id);
        if (index !== undefined) lists.add(index);
      }
      lists.end();
    },
    view: lists.view,
  };
}

/** Returns the former ids with positions. If two activities share one, it belongs to the later activity. */
function formerColumns(former: readonly FormerId[], order: Order): Omit<Ids, 'ids'> {
  const inverse = order && new Uint32Array(order.length);
  order?.forEach((added, position) => {
    if (inverse) inverse[added] = position;
  });
  const placed = former.map(({ id, added }) => ({ id, position: inverse?.[added] ?? added }));
  const positions = new Map(placed.sort((a, b) => a.position - b.position).map(({ id, position }) => [id, position]));
  const ids = growableLists(length => new Uint8Array(length));
  for (const id of positions.keys()) ids.push(encoder.encode(id));
  return { former: listsInOrder(ids.view(), null), formerPositions: Uint32Array.from(positions.values()) };
}
