import { readFile } from 'node:fs/promises';
import { isRaw, type Raw } from '../formats/document/fields';
import { parseJson } from '../formats/document/parse-json';
import { proposeTags, type TagProposal, type Vocabulary, vocabularyOf } from '../formats/document/propose-tags';
import type { DatasetToWrite } from '../formats/form';
import { openRecords } from '../formats/open-records';
import { activateLanguage } from '../i18n/catalogue';
import { problemText } from '../i18n/problem-text';
import type { Activity, Facet } from '../model/dataset';
import { textIn } from '../model/text';
import { FileError, messageOf, type Output, UsageError } from './command';

export interface OpenedVocabulary {
  /** The facets as they are in the file. */
  raw: readonly Raw[];
  vocabulary: Vocabulary;
}

/**
 * Opens a vocabulary: a dataset, or other JSON with `facets` like those of a dataset. Problems are written to
 * `output.err`. Throws `UsageError` if the file has no facets, and `FileError` if it can't be read.
 */
export async function openVocabulary(file: string, output: Output): Promise<OpenedVocabulary> {
  const value = parseJson(await textOf(file));
  const raw = isRaw(value) && Array.isArray(value.facets) ? value.facets.filter(isRaw) : [];
  if (raw.length === 0) {
    throw new UsageError(`${file}: expected JSON with a list “facets”, each with id, label and values; found none.`);
  }
  const document = { format: 'chronofacet-dataset/1', id: 'vocabulary', title: file, facets: raw, activities: [] };
  const { records, problems } = await openRecords(bytesOf(document));
  const i18n = await activateLanguage('en');
  for (const problem of problems) output.err(`${file}: ${problem.path}  ${problemText(i18n, problem)}`);
  return { raw, vocabulary: vocabularyOf(records.head.facets, raw) };
}

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new FileError(`${file} can’t be read: ${messageOf(error)}`);
  }
}

async function* bytesOf(document: Raw): AsyncGenerator<Uint8Array, void> {
  yield new TextEncoder().encode(JSON.stringify(document));
}

export type ActivityProposal = TagProposal & { activity: string };

/**
 * Adds the facets of a vocabulary to a dataset, and tags for the values that the texts of activities mention. The note
 * on an activity's source quotes the words that led to its tags. While activities are read, calls `onProposal` for each
 * tag.
 */
export function withProposedTags(
  dataset: DatasetToWrite,
  { raw, vocabulary }: OpenedVocabulary,
  onProposal: (proposal: ActivityProposal) => void,
): DatasetToWrite {
  const { packed: _, ...rest } = dataset;
  const { id, title } = dataset.head;
  // A note needs a source. In a dataset without sources, the dataset itself becomes the source.
  const isSource = objectsIn(dataset.root.sources).length === 0;
  async function* activities() {
    for await (const batch of dataset.activities) {
      yield batch.map(activity => {
        const proposals = proposeTags(activity, vocabulary);
        for (const proposal of proposals) onProposal({ activity: activity.id, ...proposal });
        return tagged(activity, proposals, vocabulary.facets, isSource ? id : undefined);
      });
    }
  }
  return {
    ...rest,
    root: {
      ...dataset.root,
      facets: mergedFacets(dataset.root.facets, raw),
      ...(isSource && { sources: [{ id, title }] }),
    },
    activities: activities(),
  };
}

/** Merges the facets of the dataset and of the vocabulary. A facet that both have gets the values of both. */
function mergedFacets(own: unknown, raw: readonly Raw[]): Raw[] {
  const ownFacets = objectsIn(own);
  const merged = raw.map(facet => {
    const known = new Set(objectsIn(facet.values).map(({ id }) => id));
    const more = objectsIn(ownFacets.find(({ id }) => id === facet.id)?.values).filter(({ id }) => !known.has(id));
    return { ...facet, values: [...objectsIn(facet.values), ...more] };
  });
  const ids = new Set(raw.map(({ id }) => id));
  return [...ownFacets.filter(({ id }) => !ids.has(id)), ...merged];
}

function objectsIn(value: unknown): Raw[] {
  return Array.isArray(value) ? value.filter(isRaw) : [];
}

function tagged(
  activity: Activity,
  proposals: readonly TagProposal[],
  facets: readonly Facet[],
  file: string | undefined,
): Activity {
  const tags: Record<string, readonly string[]> = { ...activity.tags };
  for (const { facet, value } of proposals) tags[facet] = [...(tags[facet] ?? []), value];
  if (proposals.length === 0) return activity;
  const source = activity.source ?? (file === undefined ? undefined : { id: file });
  if (!source) return { ...activity, tags };
  const words = proposals.map(proposal => `${labelOf(proposal, facets)} (“${proposal.words}”)`).join('; ');
  return { ...activity, tags, source: { ...source, note: `Tags proposed by words of the text: ${words}.` } };
}

function labelOf({ facet, value }: TagProposal, facets: readonly Facet[]): string {
  const owner = facets.find(({ id }) => id === facet);
  const label = owner?.values.find(({ id }) => id === value)?.label ?? value;
  return `${owner ? textIn(owner.label, ['en']).text : facet}: ${textIn(label, ['en']).text}`;
}
