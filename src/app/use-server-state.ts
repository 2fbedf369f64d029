import { useSyncExternalStore } from 'react';
import type { DataSource } from '../queries/dataset-query';

type Engine = DataSource['engine'];
type ServerState = ReturnType<NonNullable<Engine['state']>['get']>;

const READY: ServerState = { kind: 'ready' };
const ready = () => READY;
const subscribeToNothing = () => () => {};

/** Returns how the server of an engine answers. An engine without a server is always ready. */
export function useServerState({ state }: Engine): ServerState {
  return useSyncExternalStore(state?.subscribe ?? subscribeToNothing, state?.get ?? ready);
}
