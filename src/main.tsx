import { startEngine } from './engine/worker/start-engine';
import { fetchConfig, type StartConfig } from './formats/explorer/fetch-config';
import { lazyModule } from './lib/lazy-module';
import { showNotLoaded, showPage } from './page';
import { openByDefault } from './url/use-view';

const SHIPPED_DATASET = 'data/eu-unodc.json';

const dataOrigins = document.querySelector<HTMLMetaElement>('meta[name="chronofacet-data-origins"]')?.content ?? '';

async function start({ text, view, engine: url, ...given }: StartConfig): Promise<void> {
  const dataset = given.dataset || SHIPPED_DATASET;
  const listed = dataOrigins
    .split(/\s+/)
    .filter(origin => origin !== '' && (given.dataOrigins?.includes(origin) ?? true));
  const origins = { own: window.location.origin, listed };
  const own = startEngine(origins);
  const engine = url ? (await import('./engine/remote/start-remote')).startRemote(url, dataset, origins, own) : own;
  const config = lazyModule(async () => {
    const { readConfig } = await import('./formats/explorer/read-config');
    return readConfig(text, SHIPPED_DATASET);
  });
  openByDefault(view);
  showPage({ engine, origins }, { dataset, languages: given.languages, config });
}

fetchConfig().then(start).catch(showNotLoaded);
