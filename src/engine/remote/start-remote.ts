import { absoluteAddress, addressFailure, type Origins } from '../../model/address';
import { OpenFailure } from '../../model/problem';
import type { Engine } from '../engine';
import { latestOnly } from '../latest-only';
import { atRest } from './at-rest';
import { engineBySource } from './engine-by-source';
import { keptOpen } from './kept-open';
import { remoteEngine } from './remote-engine';
import { wait } from './wait';

/**
 * Returns an engine that asks the server at `url` about the dataset at the address `dataset`. Every other dataset is
 * opened with `own`. Both addresses are relative to the page.
 */
export function startRemote(url: string, dataset: string, origins: Origins, own: Engine): Engine {
  const page = document.baseURI;
  const base = absoluteAddress(url.replace(/\/*$/, '/'), page);
  const refused = addressFailure(base, origins);
  const remote = remoteEngine(base ?? '');
  const served = keptOpen(latestOnly(atRest(remote, wait, () => performance.now())), wait);
  const checked: Engine = {
    ...served,
    async open(...given) {
      if (refused) throw new OpenFailure(refused.code, refused.found);
      return served.open(...given);
    },
  };
  const address = absoluteAddress(dataset, page);
  return engineBySource(checked, own, source => source.kind === 'address' && source.address === address);
}
