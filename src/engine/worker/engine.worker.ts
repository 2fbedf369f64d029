import { fetchBytes } from '../../formats/fetch-dataset';
import { imageAddress, type Origins } from '../../model/address';
import { createCore } from '../local/core';
import type { Allow, Request } from './protocol';
import { createShell } from './shell';

/** The origins from which data may be loaded: none until the page has sent them. */
let origins: Origins = { own: '', listed: [] };

const engine = createCore(
  (address, signal) => fetchBytes(address, origins, signal),
  (src, dataset) => imageAddress(src, dataset, origins),
);
const handle = createShell(engine, reply => self.postMessage(reply));

self.onmessage = ({ data }: MessageEvent<Allow | Request>) => {
  if (data.kind === 'allow') origins = data.origins;
  else void handle(data);
};
