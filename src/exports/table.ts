import { isOpen, isoDay } from '../lib/day';
import { getOwn } from '../lib/get-own';
import type { Activity, Facet, FacetValue, Field, FieldType } from '../model/dataset';
import { facetTree } from '../model/facet-tree';
import { pathOf } from '../model/tree-walks';
import type { AnswerToWrite } from './answer-form';

/** A column of a table of activities. A cell is '' if an activity has nothing in this column. */
export interface Column {
  name: string;
  kind: 'text' | 'day' | 'number';
  cell: (activity: Activity) => string;
}

/** Separators of the labels in a cell, of the ids, and of the labels of a path. */
const LABEL_SEPARATOR = '; ';
const ID_SEPARATOR = ';';
const PATH_SEPARATOR = ' > ';

/**
 * Returns the columns of a table of activities: the columns of every dataset, the labels and ids of each facet, the
 * paths of facets that are trees, and the fields.
 */
export function tableColumns({ head, tools }: Pick<AnswerToWrite, 'head' | 'tools'>): Column[] {
  const { words } = tools;
  const text = (name: string, cell: Column['cell']): Column => ({ name, kind: 'text', cell });
  return [
    text('id', ({ id }) => id),
    { name: 'date', kind: 'day', cell: ({ date }) => date },
    { name: 'from', kind: 'day', cell: ({ earliest }) => (isOpen(earliest) ? '' : isoDay(earliest)) },
    { name: 'to', kind: 'day', cell: ({ latest }) => (isOpen(latest) ? '' : isoDay(latest)) },
    text('title', ({ title }) => words(title)),
    text('summary', ({ summary }) => (summary ? words(summary) : '')),
    text('place', ({ place }) => (place ? words(place.name) : '')),
    text('country', ({ place }) => place?.country ?? ''),
    // URLs contain no spaces, so programs can split a cell with several URLs.
    text('link', ({ links = [] }) => links.map(({ url }) => url).join(' ')),
    text('source', ({ source }) => source?.id ?? ''),
    { name: 'source_item', kind: 'number', cell: ({ source }) => source?.item?.toString() ?? '' },
    ...head.facets.flatMap(facet => facetColumns(facet, words)),
    ...head.facets.filter(isTree).map(facet => pathColumn(facet, words)),
    ...(head.fields ?? []).map(field => fieldColumn(field, words)),
  ];
}

function facetColumns(facet: Facet, words: AnswerToWrite['tools']['words']): Column[] {
  const labels = new Map(facet.values.map(({ id, label }) => [id, words(label)]));
  const idsOf = (activity: Activity) => tagsOf(activity, facet);
  return [
    {
      name: facet.id,
      kind: 'text',
      cell: activity =>
        idsOf(activity)
          .map(id => labels.get(id) ?? id)
          .join(LABEL_SEPARATOR),
    },
    { name: `${facet.id}_id`, kind: 'text', cell: activity => idsOf(activity).join(ID_SEPARATOR) },
  ];
}

const KINDS: Readonly<Record<FieldType, Column['kind']>> = {
  text: 'text',
  link: 'text',
  number: 'number',
  date: 'day',
};

/** The name of the column contains the type of the field. So opening the table restores the field. */
function fieldColumn({ id, type }: Field, words: AnswerToWrite['tools']['words']): Column {
  return {
    name: `${id}_${type}`,
    kind: KINDS[type],
    cell: ({ values = {} }) => {
      const value = getOwn(values, id);
      return value === undefined ? '' : typeof value === 'number' ? String(value) : words(value);
    },
  };
}

function tagsOf({ tags }: Activity, { id }: Facet): readonly string[] {
  return getOwn(tags, id) ?? [];
}

function isTree({ values }: Facet): boolean {
  return values.some(({ broader }) => broader !== undefined);
}

function pathColumn(facet: Facet, words: AnswerToWrite['tools']['words']): Column {
  const tree = facetTree(facet);
  const known = new Map<string, FacetValue>(facet.values.map(value => [value.id, value]));
  const labelOf = (id: string) => {
    const value = known.get(id);
    return value ? words(value.label) : id;
  };
  const paths = new Map(
    facet.values.map(({ id }) => [id, pathOf(tree, id).toReversed().map(labelOf).join(PATH_SEPARATOR)]),
  );
  return {
    name: `${facet.id}_path`,
    kind: 'text',
    cell: activity =>
      tagsOf(activity, facet)
        .map(id => paths.get(id) ?? id)
        .join(LABEL_SEPARATOR),
  };
}
