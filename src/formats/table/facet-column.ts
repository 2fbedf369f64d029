import { shortened } from '../../lib/shortened';
import type { Problem } from '../../model/problem';
import type { ReadingColumn } from '../../model/reading';
import { armed } from '../csv/cells';
import { type Combinations, createCombinations } from './combinations';
import { type LabelledId, labelsOfIds } from './labels-of-ids';
import { similarKey, similarValues } from './similar-values';
import { createSlugs, slugOf } from './slugs';

const LONGEST_FOUND = 80;

interface Value {
  id: string;
  label: string;
  broader?: string;
}

/** The texts of a facet's cells in a row, and the ids in these cells. Rows with equal cells share one object. */
interface Cells {
  labels: string;
  /** Empty if the cell of ids contains a text that can't be an id. */
  ids: readonly string[];
  paths: string;
  count: number;
  /** Ids and paths of every row with these cells. Undefined before the first one, or if ids depend on other rows. */
  always?: { ids: readonly string[]; paths: readonly string[] };
}

interface Place {
  column: ReadingColumn;
  index: number;
  columns: readonly ReadingColumn[];
}

/** Returns the indexes of the columns of ids and paths that our exports add to a facet; -1 if there is none. */
function besides({ column, columns }: Place): { idColumn: number; pathColumn: number } {
  const indexOf = (name: string) => columns.findIndex(other => other.name === name);
  return { idColumn: indexOf(`${column.name}_id`), pathColumn: indexOf(`${column.name}_path`) };
}

/** Creates the collector for the cells of a facet. All rows of the table must be added to it in their order. */
export function createFacetCells(place: Place): Combinations {
  const { idColumn, pathColumn } = besides(place);
  return createCombinations(idColumn < 0 ? [place.index] : [place.index, idColumn, pathColumn]);
}

/**
 * Reads the values of a facet from the cells that `createFacetCells` has collected. Ids and ancestors come from the
 * columns of ids and paths, if the table has them, as our exports do. If someone has changed a label but not its id,
 * the label counts, and a note is added.
 */
export function createFacetColumn({ id, cells, ...place }: Place & { id: string; cells: Combinations }) {
  const { column } = place;
  const { idColumn } = besides(place);
  const values = new Map<string, Value>();
  const byLabel = new Map<string, string>();
  const counts = new Map<string, number>();
  /** Maps a path of labels from the top down to an id. */
  const byPath = new Map<string, string>();
  let hasSharedPaths = false;
  const slugs = createSlugs();
  const notes: Problem[] = [];
  const ofRows = cells.ofRows();
  const cellsOf = cells.list.map(({ texts: [labels = '', ids = '', paths = ''], count }): Cells => {
    return { labels, ids: idsIn(ids), paths, count };
  });
  const idLabels = labelsOfIds(labelledIds());
  const givenIds = new Set(cellsOf.flatMap(({ ids }) => ids));
  const keyOf = (label: string) => (column.join ? similarKey(label) : label);
  for (const [value, label] of idLabels) {
    if (!byLabel.has(keyOf(label)) || slugOf(label) === value) byLabel.set(keyOf(label), value);
  }

  function* labelledIds(): Generator<LabelledId> {
    for (const { labels: cell, ids, paths, count } of cellsOf) {
      const labels = splitAs(cell, ids.length);
      const hasPath = labels.length > 0 && pathsOf(paths, labels).length > 0;
      for (const [i, value] of ids.entries()) {
        const label = labels[i]?.trim();
        if (label) yield { id: value, label, hasPath, count };
      }
    }
  }

  function add(label: string): string {
    if (column.join) counts.set(label, (counts.get(label) ?? 0) + 1);
    const known = byLabel.get(keyOf(label));
    const value = known ?? newId(label);
    byLabel.set(keyOf(label), value);
    if (!values.has(value)) values.set(value, { id: value, label: idLabels.get(value) ?? label });
    return value;
  }

  function newId(label: string): string {
    let made = slugs.unique(label);
    while (givenIds.has(made)) made = slugs.unique(label);
    return made;
  }

  const labelOf = (value: string) => idLabels.get(value) ?? value;

  function addWithIds({ ids, labels: cell, paths: pathCell }: Cells): readonly string[] {
    const labels = splitAs(cell, ids.length);
    const paths = pathsOf(pathCell, labels.length === ids.length ? labels : ids.map(labelOf));
    addPaths(ids, paths);
    for (const value of ids) if (!values.has(value)) values.set(value, { id: value, label: labelOf(value) });
    return paths;
  }

  function addPaths(ids: readonly string[], paths: readonly string[]): void {
    paths.forEach((path, i) => {
      const value = ids[i];
      if (value === undefined) return;
      const known = byPath.get(path);
      if (known !== undefined && known !== value) hasSharedPaths = true;
      byPath.set(path, value);
    });
  }

  function isLabelOf(value: string, label = ''): boolean {
    const known = idLabels.get(value);
    return known !== undefined && (known === label || areSame(known, label));
  }

  /** Returns whether the labels in a row are the labels of its ids. The result does not depend on earlier rows. */
  function isUnchanged({ ids, labels: cell }: Cells): boolean {
    if (cell === '') return true;
    const labels = splitAs(cell, ids.length);
    if (labels.length === ids.length) return ids.every((value, i) => isLabelOf(value, labels[i]));
    // If the label of an id is unknown, the cell can't be split, because a label may contain the separator.
    return ids.some(value => !idLabels.has(value)) || areSame(ids.map(labelOf).join('; '), cell);
  }

  /** Returns the ids of the labels in a row, if the labels do not belong to the row's own ids. */
  function changedIds({ ids, labels: cell }: Cells): string[] {
    const isKnown = (label: string) => byLabel.has(keyOf(label));
    if (ids.length === 1 && (isKnown(cell) || !parts(cell, '; ').some(isKnown))) return [add(cell)];
    const own = new Map(ids.map(value => [labelOf(value), value]));
    const found = parts(cell, '; ').map(label => own.get(label) ?? add(label));
    for (const value of found) if (!values.has(value)) values.set(value, { id: value, label: labelOf(value) });
    return [...new Set(found)];
  }

  return {
    id,
    /** Notes on rows whose labels do not belong to their ids. */
    notes,
    /** Returns the ids of the values of a row. `row` is the row's number in the file. */
    tagsOf(rowIndex: number, row: number): readonly string[] {
      const found = cellsOf[ofRows[rowIndex] ?? 0];
      if (!found) return [];
      const { ids, labels: cell, always } = found;
      if (always) {
        // If several ids share a path, the id of the last row with this path counts.
        if (hasSharedPaths) addPaths(always.ids, always.paths);
        return always.ids;
      }
      if (ids.length > 0) {
        if (isUnchanged(found)) {
          found.always = { ids, paths: addWithIds(found) };
          return ids;
        }
        const changed = changedIds(found);
        if (changed.toSorted().join() !== ids.toSorted().join()) {
          const told = `${column.name}_id ${ids.join(';')} → ${JSON.stringify(shortened(cell, LONGEST_FOUND))}`;
          notes.push({ path: `row ${row}`, code: 'otherLabel', loss: 'note', found: told });
          return changed;
        }
        addWithIds(found);
        return ids;
      }
      const isWhole = column.split === undefined || byLabel.has(keyOf(cell));
      const read = !isWhole ? [...new Set(parts(cell, column.split ?? '').map(add))] : cell === '' ? [] : [add(cell)];
      // The result is reused only if other rows can't change it. With joined spellings, `add` must count every row.
      // With ids, another row may make a label known that contains a separator.
      if (idColumn < 0 && !column.join) found.always = { ids: read, paths: [] };
      return read;
    },
    /** Returns the facet with the values of all rows that `tagsOf` has read so far. */
    facetOf() {
      for (const [path, value] of [...byPath]) addAbove(path, value, { byPath, values, slugs });
      // Spellings that differ only by case, spaces or accents were joined. The most frequent spelling becomes the
      // label.
      for (const [spelling] of similarValues(counts)) {
        const value = spelling && byLabel.get(similarKey(spelling.label));
        if (value) values.set(value, { ...values.get(value), id: value, label: spelling.label });
      }
      return { id, label: column.name, values: [...values.values()] };
    },
  };
}

function addAbove(
  path: string,
  value: string,
  known: { byPath: Map<string, string>; values: Map<string, Value>; slugs: ReturnType<typeof createSlugs> },
): void {
  const { byPath, values, slugs } = known;
  const own = values.get(value);
  const end = path.length - ' > '.length - (own?.label.length ?? 0);
  if (end <= 0 || !own || !path.endsWith(` > ${own.label}`)) return;
  const parentPath = path.slice(0, end);
  let parent = byPath.get(parentPath);
  if (parent === undefined) {
    const label = parentPath.split(' > ').at(-1) ?? parentPath;
    do parent = slugs.unique(label);
    while (values.has(parent));
    byPath.set(parentPath, parent);
    values.set(parent, { id: parent, label });
    addAbove(parentPath, parent, known);
  }
  values.set(value, { ...own, broader: parent });
}

/** Returns whether labels are the same, apart from white space and an apostrophe that an export adds. */
function areSame(a: string, b: string): boolean {
  const plain = (labels: string) => labels.replace(/\s+/g, '').split(';').map(armed).join(';');
  return plain(a) === plain(b);
}

/** Returns the ids in a cell. Returns none if the cell contains a text that can't be an id. */
function idsIn(cell: string): string[] {
  const ids = cell === '' ? [] : parts(cell, ';');
  return ids.every(value => slugOf(value) === value) ? ids : [];
}

function parts(cell: string, separator: string): string[] {
  return cell
    .split(separator)
    .map(part => part.trim())
    .filter(part => part !== '');
}

/** Splits a cell of labels into `count` parts. Returns an empty list if the cell has more or fewer parts. */
function splitAs(cell: string, count: number): string[] {
  if (count === 1) return cell === '' ? [] : [cell];
  const found = cell.split('; ');
  return found.length === count ? found : [];
}

/** Splits a cell into one path for each label, which ends with the label. Labels may contain the separator. */
function pathsOf(cell: string, labels: readonly string[]): string[] {
  const paths: string[] = [];
  let path = '';
  for (const piece of cell.split('; ')) {
    path = path === '' ? piece : `${path}; ${piece}`;
    const label = labels[paths.length];
    if (label === undefined) return [];
    if (path !== label && !path.endsWith(` > ${label}`)) continue;
    paths.push(path);
    path = '';
  }
  return path === '' && paths.length === labels.length ? paths : [];
}
