import { ALL_CAPABILITIES, type Engine } from '../../src/engine/engine';
import type { Selection } from '../../src/model/selection';
import type { RepliesTo, Wants } from '../../src/model/wants';

/** A message to the engine. */
export interface Asked {
  key: string;
  selection: Selection;
  wants: Wants;
  signal: AbortSignal | undefined;
  /** Replies to everything that is wanted with what is given, else with the want's name and the number of the message. */
  reply: (given?: object) => void;
  fail: (reason: unknown) => void;
}

/** An engine that replies when a test says so, or at once by itself. */
export function heldEngine(options: Partial<Pick<Engine, 'capabilities' | 'open'>> & { repliesAtOnce?: boolean } = {}) {
  const { repliesAtOnce = false, ...others } = options;
  const asked: Asked[] = [];
  const engine: Engine = {
    capabilities: ALL_CAPABILITIES,
    open: () => Promise.reject(new Error('there is nothing to open')),
    ask: <W extends Wants>(key: string, selection: Selection, wants: W, signal?: AbortSignal) =>
      new Promise<RepliesTo<W>>((resolve, reject) => {
        const number = asked.length + 1;
        const named = () => Object.fromEntries(Object.keys(wants).map(name => [name, `${name} ${number}`]));
        const reply = (given: object = {}) => resolve({ ...named(), ...given } as unknown as RepliesTo<W>);
        signal?.addEventListener('abort', () => reject(signal.reason));
        asked.push({ key, selection, wants: { ...wants }, signal, reply, fail: reject });
        if (repliesAtOnce) reply();
      }),
    export: async function* () {},
    ...others,
  };
  return { engine, asked, wantsOf: () => asked.map(({ wants }) => Object.keys(wants).join(' ')) };
}
