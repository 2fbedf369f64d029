import type { ReadingColumn } from '../../model/reading';
import { similarKey, similarValues } from './similar-values';
import { createSlugs, slugOf } from './slugs';

interface Value {
  id: string;
  label: string;
  broader?: string;
}

/**
 * Reads the values of one facet from the cells of its column. If the table has columns of ids and paths beside it, as
 * exports have, the values get these ids, and the values above them.
 */
export function createFacetColumn({
  column,
  index,
  columns,
  id,
}: {
  column: ReadingColumn;
  index: number;
  columns: readonly ReadingColumn[];
  id: string;
}) {
  const indexOf = (name: string) => columns.findIndex(other => other.name === name);
  const [idColumn, pathColumn] = [indexOf(`${column.name}_id`), indexOf(`${column.name}_path`)];
  const values = new Map<string, Value>();
  const byLabel = new Map<string, string>();
  const counts = new Map<string, number>();
  /** Path of labels from the top down → id. */
  const byPath = new Map<string, string>();
  const slugs = createSlugs();

  function add(label: string): string {
    const key = column.join ? similarKey(label) : label;
    if (column.join) counts.set(label, (counts.get(label) ?? 0) + 1);
    const known = byLabel.get(key);
    if (known !== undefined) return known;
    const made = slugs.unique(label);
    byLabel.set(key, made);
    values.set(made, { id: made, label });
    return made;
  }

  const labelOf = (value: string) => values.get(value)?.label ?? value;

  function addWithIds(ids: readonly string[], cells: readonly string[]): void {
    const labels = splitAs(cells[index] ?? '', ids.length);
    const paths = pathsOf(cells[pathColumn] ?? '', labels.length === ids.length ? labels : ids.map(labelOf));
    ids.forEach((value, i) => {
      const path = paths[i];
      if (path !== undefined) byPath.set(path, value);
      if (!values.has(value)) values.set(value, { id: value, label: labels[i] ?? value });
    });
  }

  return {
    id,
    /** Returns the ids of the values of a row. */
    tagsOf(cells: readonly string[]): string[] {
      const ids = idColumn < 0 ? [] : parts(cells[idColumn] ?? '', ';');
      if (ids.length > 0 && ids.every(value => slugOf(value) === value)) {
        addWithIds(ids, cells);
        return ids;
      }
      const cell = cells[index] ?? '';
      if (column.split === undefined) return cell === '' ? [] : [add(cell)];
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

/** Adds the values above a value, as its path says. */
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
