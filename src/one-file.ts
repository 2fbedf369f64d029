import { latestOnly } from './engine/latest-only';
import { createLocalEngine } from './engine/local/local-engine';
import { startConfigOf } from './formats/explorer/fetch-config';
import { readConfig } from './formats/explorer/read-config';
import { loadedModule } from './lib/lazy-module';
import { LOCAL } from './model/address';
import { type OneFileSettings, RECORD_ID, SETTINGS_ID } from './model/one-file';
import { OpenFailure } from './model/problem';
import { client, showPage } from './page';
import { localKey } from './queries/local-source';
import { linksLeadTo, openByDefault } from './url/use-view';

/*
 * Starts the explorer from a single HTML file that also contains the dataset. The engine runs in the page's own thread,
 * and nothing is fetched.
 */

const RECORD = `${LOCAL}record`;

const textOf = (id: string): string => document.getElementById(id)?.textContent ?? '';

const settings: OneFileSettings = JSON.parse(textOf(SETTINGS_ID));
const { languages, view } = startConfigOf(settings.config);

const engine = latestOnly(
  createLocalEngine(
    async address => {
      throw new OpenFailure('refusedScheme', address);
    },
    () => null,
  ),
);

client.setQueryDefaults(localKey(RECORD), { gcTime: Number.POSITIVE_INFINITY });
client.setQueryData(localKey(RECORD), {
  source: { kind: 'text', text: textOf(RECORD_ID), name: settings.name },
  isAccepted: true,
  before: null,
});
linksLeadTo(settings);
openByDefault(view);
showPage(
  { engine, origins: { own: '', listed: [] } },
  { dataset: RECORD, languages, config: loadedModule(readConfig(settings.config, RECORD)) },
);
