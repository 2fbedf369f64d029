import { absoluteAddress, addressFailure, type Origins } from '../../model/address';
import { OpenFailure } from '../../model/problem';
import type { Engine } from '../engine';
import { latestOnly } from '../latest-only';
import { atRest } from './at-rest';
import { engineBySource } from './engine-by-source';
import { remoteEngine } from './remote-engine';
import { wait } from './wait';

export interface RemoteOptions {
  /** The address of the API. It and that of the served dataset are relative to the page. */
  url: string;
  dataset: string;
  page: string;
  origins: Origins;
  /** Opens every dataset that the server does not serve. */
  own: Engine;
}

/** Returns an engine that asks a server about the deployment's dataset, and opens all others in the page. */
export function startRemote({ url, dataset, page, origins, own }: RemoteOptions): Engine {
  const base = absoluteAddress(url.replace(/\/*$/, '/'), page);
  const refused = addressFailure(base, origins);
  const remote = remoteEngine(base ?? '');
  const served = latestOnly(atRest(remote, wait, () => performance.now()));
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
