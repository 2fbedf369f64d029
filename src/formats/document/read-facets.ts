import type { Facet, FacetValue, Text } from '../../model/dataset';
import { facetTree } from '../../model/facet-tree';
import { RESERVED_KEYS } from '../../model/link-keys';
import { inTreeOrder } from '../../model/tree-walks';
import { compact, type Fields } from './fields';
import type { Report } from './report';

const FACET_FIELDS = ['id', 'label', 'description', 'phrase', 'values'];
const VALUE_FIELDS = [
  'id',
  'label',
  'short',
  'phrase',
  'broader',
  'aliases',
  'description',
  'url',
  'exactMatch',
  'validFrom',
  'validUntil',
  'replacedBy',
];

/** Reads the facets of a dataset. Values come after their broader values. */
export function readFacets(root: Fields, report: Report): Facet[] {
  const facets = new Map<string, Facet>();
  for (const fields of root.objects('facets', 'record')) {
    const id = fields.slug('id');
    const label = fields.requiredText('label');
    if (id === undefined || label === undefined) continue;
    if (RESERVED_KEYS.some(key => key === id)) fields.lost('id', 'reservedId');
    else if (facets.has(id)) fields.lost('id', 'duplicateId');
    else {
      const others = fields.unknown(FACET_FIELDS);
      const description = fields.text('description');
      const values = readValues(fields, report);
      facets.set(id, compact({ ...others, id, label, values, description, phrase: readPhrase(fields) }));
    }
  }
  return [...facets.values()];
}

/** Reads the phrase of a facet. Reports a phrase that does not have exactly one placeholder in each language. */
function readPhrase(fields: Fields): Text | undefined {
  const phrase = fields.text('phrase');
  if (phrase === undefined) return undefined;
  const all = typeof phrase === 'string' ? [phrase] : Object.values(phrase);
  const hasGap = all.every(text => text.match(/\{(values|lowercase)\}/g)?.length === 1);
  return hasGap ? phrase : fields.problem('phrase', 'badPhrase');
}

function readValues(facet: Fields, report: Report): FacetValue[] {
  const values = new Map<string, FacetValue>();
  const places = new Map<string, Fields>();
  for (const fields of facet.objects('values', 'record')) {
    const id = fields.slug('id');
    const label = fields.requiredText('label');
    if (id === undefined || label === undefined) continue;
    if (values.has(id)) {
      fields.lost('id', 'duplicateId');
      continue;
    }
    values.set(id, readValue(fields, id, label));
    places.set(id, fields);
  }
  const circular = circularOf(values);
  for (const [id, value] of values) {
    if (value.replacedBy !== undefined && !values.has(value.replacedBy)) {
      report.add(places.get(id)?.at('replacedBy') ?? '', 'unknownValue', 'field', value.replacedBy);
      const { replacedBy: _, ...kept } = value;
      values.set(id, kept);
    }
  }
  for (const [id, value] of values) {
    if (value.broader === undefined) continue;
    const code = !values.has(value.broader) ? 'unknownBroader' : circular.has(id) ? 'broaderCycle' : null;
    if (code === null) continue;
    report.add(places.get(id)?.at('broader') ?? '', code, 'field', value.broader);
    const { broader: _, ...root } = value;
    values.set(id, root);
  }
  return inTreeOrder(facetTree({ values: [...values.values()] }));
}

function readValue(fields: Fields, id: string, label: Text): FacetValue {
  const others = fields.unknown(VALUE_FIELDS);
  const broader = fields.string('broader');
  const aliases = fields.texts('aliases');
  const exactMatch = fields.strings('exactMatch');
  return compact({
    ...others,
    id,
    label,
    short: fields.text('short'),
    phrase: fields.text('phrase'),
    broader,
    aliases: aliases.length > 0 ? aliases : undefined,
    description: fields.text('description'),
    url: fields.url('url'),
    exactMatch: exactMatch.length > 0 ? exactMatch : undefined,
    validFrom: fields.string('validFrom'),
    validUntil: fields.string('validUntil'),
    replacedBy: fields.string('replacedBy'),
  });
}

/** Returns one value of each cycle. Removing the `broader` of these values breaks all cycles. */
function circularOf(values: ReadonlyMap<string, FacetValue>): ReadonlySet<string> {
  const circular = new Set<string>();
  const settled = new Set<string>();
  for (const id of values.keys()) {
    const path = new Set<string>();
    let at: string | undefined = id;
    while (at !== undefined && !path.has(at) && !settled.has(at)) {
      path.add(at);
      at = values.get(at)?.broader;
    }
    if (at !== undefined && path.has(at)) circular.add(at);
    for (const member of path) settled.add(member);
  }
  return circular;
}
