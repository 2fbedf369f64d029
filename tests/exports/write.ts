import { createLocalEngine } from '../../src/engine/local/local-engine';
import { aboutView } from '../../src/exports/about';
import type { AnswerFormId, Omissions } from '../../src/exports/answer-form';
import { type AskEngine, pictureFacts } from '../../src/exports/picture/picture-facts';
import { answerForm } from '../../src/exports/registry';
import { activateLanguage, type Language } from '../../src/i18n/catalogue';
import { headline } from '../../src/i18n/headline';
import { toolsFor } from '../../src/i18n/text-tools';
import type { Activity } from '../../src/model/dataset';
import { knownView, selectionOf } from '../../src/model/selection-of';
import { type AnsweredParts, orderOf } from '../../src/model/wants';
import { parseView } from '../../src/url/parse';

interface Written {
  bytes: Uint8Array<ArrayBuffer>;
  text: string;
  omissions: Omissions;
  /** The activities of the view, in its order. */
  activities: readonly Activity[];
}

/** Writes a view of a dataset document in a form. */
export async function writeView(
  document: object,
  id: AnswerFormId,
  {
    query = '',
    language = 'en' as Language,
    taken = '2026-11-30',
    palette = 'light' as 'light' | 'dark',
    parts = undefined as AnsweredParts | undefined,
  } = {},
): Promise<Written> {
  const engine = createLocalEngine(async () => ({ bytes: new Blob([JSON.stringify(document)]).stream(), total: null }));
  const open = await engine.open({ kind: 'address', address: 'memory:' });
  const { key, head, total, extent } = open;
  const facetIds = head.facets.map(facet => facet.id);
  const view = knownView(parseView(query).view, facetIds);
  const selection = selectionOf(view, facetIds);
  const activities: Activity[] = [];
  for await (const batch of engine.export(key, selection, orderOf(view))) activities.push(...batch);
  const tools = toolsFor(await activateLanguage(language), head.language);
  const about = aboutView(tools, head, view, {
    sentence: headline(tools, head, view, { total: activities.length, extent }),
    link: `https://record.example/${query}`,
    count: activities.length,
    total,
    version: '2026-11-30.0123456789',
    taken,
    extent,
    parts,
  });
  const form = await answerForm(id);
  const made: BlobPart[] = [];
  const ask: AskEngine = wants => engine.ask(key, selection, wants);
  const picture = await pictureFacts(ask, { view, open, palette }, async () => {});
  const pieces = form.write({ head, about, tools, picture, activities: engine.export(key, selection, orderOf(view)) });
  for (;;) {
    const { done, value } = await pieces.next();
    if (done) {
      const bytes = new Uint8Array(await new Blob(made).arrayBuffer());
      return { bytes, text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes), omissions: value, activities };
    }
    made.push(value);
  }
}
