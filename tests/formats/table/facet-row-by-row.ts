import { armed } from '../../../src/formats/csv/cells';
import { type LabelledId, labelsOfIds } from '../../../src/formats/table/labels-of-ids';
import { similarKey, similarValues } from '../../../src/formats/table/similar-values';
import { createSlugs, slugOf } from '../../../src/formats/table/slugs';
import { shortened } from '../../../src/lib/shortened';
import type { Problem } from '../../../src/model/problem';
import type { ReadingColumn } from '../../../src/model/reading';

const LONGEST_FOUND = 80;

interface Value {
  id: string;
  label: string;
  broader?: string;
}

/**
 * Reads a facet as `createFacetColumn` does, but looks at every row by itself. Tests compare the two. `rows` are all rows
 * of the table.
 */
export function createFacetRowByRow({
  column,
  index,
  columns,
  id,
  rows,
}: {
  column: ReadingColumn;
  index: number;
  columns: readonly ReadingColumn[];
  id: string;
  rows: readonly { cells: readonly string[] }[];
}) {
  const indexOf = (name: string) => columns.findIndex(other => other.name === name);
  const [idColumn, pathColumn] = [indexOf(`${column.name}_id`), indexOf(`${column.name}_path`)];
  const values = new Map<string, Value>();
  const byLabel = new Map<string, string>();
  const counts = new Map<string, number>();
  /** Path of labels from the top down → id. */
  const byPath = new Map<string, string>();
  const slugs = createSlugs();
  const notes: Problem[] = [];
  const idLabels = labelsOfIds(idColumn < 0 ? [] : labelledIds());
  const givenIds = new Set(idColumn < 0 ? [] : rows.flatMap(({ cells }) => idsIn(cells)));
  const keyOf = (label: string) => (column.join ? similarKey(label) : label);
  for (const [value, label] of idLabels) {
    if (!byLabel.has(keyOf(label)) || slugOf(label) === value) byLabel.set(keyOf(label), value);
  }

  function* labelledIds(): Generator<LabelledId> {
    for (const { cells } of rows) {
      const ids = idsIn(cells);
      const labels = splitAs(cells[index] ?? '', ids.length);
      const hasPath = labels.length > 0 && pathsOf(cells[pathColumn] ?? '', labels).length > 0;
      for (const [i, value] of ids.entries()) {
        const label = labels[i]?.trim();
        if (label) yield { id: value, label, hasPath, count: 1 };
      }
    }
  }

  /** Returns the ids in a row; none if the cell contains other texts. */
  function idsIn(cells: readonly string[]): string[] {
    const ids = idColumn < 0 ? [] : parts(cells[idColumn] ?? '', ';');
    return ids.every(value => slugOf(value) === value) ? ids : [];
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

  function addWithIds(ids: readonly string[], cells: readonly string[]): void {
    const labels = splitAs(cells[index] ?? '', ids.length);
    const paths = pathsOf(cells[pathColumn] ?? '', labels.length === ids.length ? labels : ids.map(labelOf));
    ids.forEach((value, i) => {
      const path = paths[i];
      if (path !== undefined) byPath.set(path, value);
      if (!values.has(value)) values.set(value, { id: value, label: labelOf(value) });
    });
  }

  function isLabelOf(value: string, label = ''): boolean {
    const known = idLabels.get(value);
    return known !== undefined && areSame(known, label);
  }

  /**
   * Returns the ids that the labels of a row stand for, if these labels don't belong to the ids of the row. Null if
   * they do.
   */
  function changedIds(ids: readonly string[], cell: string): string[] | null {
    if (cell === '') return null;
    const labels = splitAs(cell, ids.length);
    if (labels.length === ids.length && ids.every((value, i) => isLabelOf(value, labels[i]))) return null;
    if (labels.length !== ids.length) {
      // Labels that contain the separator can't be separated if none of them is ever alone in a cell.
      if (ids.some(value => !idLabels.has(value)) || areSame(ids.map(labelOf).join('; '), cell)) return null;
    }
    const isKnown = (label: string) => byLabel.has(keyOf(label));
    if (ids.length === 1 && (isKnown(cell) || !parts(cell, '; ').some(isKnown))) return [add(cell)];
    const own = new Map(ids.map(value => [labelOf(value), value]));
    const found = parts(cell, '; ').map(label => own.get(label) ?? add(label));
    for (const value of found) if (!values.has(value)) values.set(value, { id: value, label: labelOf(value) });
    return [...new Set(found)];
  }

  return {
    id,
    /** Notes on rows whose labels don't belong to the ids of the row. */
    notes,
    /** Returns the ids of the values of a row. */
    tagsOf(cells: readonly string[], row: number): string[] {
      const ids = idsIn(cells);
      const cell = cells[index] ?? '';
      if (ids.length > 0) {
        const changed = changedIds(ids, cell);
        if (changed && changed.toSorted().join() !== ids.toSorted().join()) {
          const found = `${column.name}_id ${ids.join(';')} → ${JSON.stringify(shortened(cell, LONGEST_FOUND))}`;
          notes.push({ path: `row ${row}`, code: 'otherLabel', loss: 'note', found });
          return changed;
        }
        addWithIds(ids, cells);
        return ids;
      }
      if (column.split === undefined || byLabel.has(keyOf(cell))) return cell === '' ? [] : [add(cell)];
      return [...new Set(parts(cell, column.split).map(add))];
    },
    /** Returns the facet with all values of the rows so far. */
    facetOf() {
      for (const [path, value] of [...byPath]) addAbove(path, value, { byPath, values, slugs });
      // Joined values are named by their most frequent spelling.
      for (const [spelling] of similarValues(counts)) {
        const value = spelling && byLabel.get(similarKey(spelling.label));
        if (value) values.set(value, { ...values.get(value), id: value, label: spelling.label });
      }
      return { id, label: column.name, values: [...values.values()] };
    },
  };
}

/** Adds the ancestors that the path of a value names. */
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

/** Returns whether labels are the same apart from white space and the apostrophe that `armed` removes from cells. */
function areSame(a: string, b: string): boolean {
  const plain = (labels: string) => labels.replace(/\s+/g, '').split(';').map(armed).join(';');
  return plain(a) === plain(b);
}

function parts(cell: string, separator: string): string[] {
  return cell
    .split(separator)
    .map(part => part.trim())
    .filter(part => part !== '');
}

/** Splits a cell of labels or paths into `count` parts. Returns nothing if a label contains the separator itself. */
function splitAs(cell: string, count: number): string[] {
  if (count === 1) return cell === '' ? [] : [cell];
  const found = cell.split('; ');
  return found.length === count ? found : [];
}

/**
 * Splits a cell into the paths that end in these labels. Labels may contain the separators themselves, so pieces are
 * joined until they end in their label. Returns nothing if they don't fit.
 */
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
