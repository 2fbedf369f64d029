import { fetchBytes } from '../../formats/fetch-dataset';
import { imageAddress } from '../../model/address';
import { createCore } from '../local/core';
import { type Allow, IN_PAGE, type Reply, type Request } from './protocol';
import { createShell } from './shell';

/** The worker itself, or a message port in a page that may not start workers. */
interface Side {
  onmessage: ((event: MessageEvent<Allow | Request>) => void) | null;
  postMessage(reply: Reply): void;
}

/** Answers messages. Questions that come before the list of allowed origins are ignored. */
function serve(side: Side): void {
  let handle: ReturnType<typeof createShell> | null = null;
  side.onmessage = ({ data }) => {
    if (data.kind !== 'allow') {
      void handle?.(data);
      return;
    }
    const { origins } = data;
    const engine = createCore(
      (address, signal) => fetchBytes(address, origins, signal),
      (src, dataset) => imageAddress(src, dataset, origins),
    );
    handle = createShell(engine, reply => side.postMessage(reply));
  };
}

if ('document' in self) {
  self.addEventListener(IN_PAGE, event => serve((event as CustomEvent<MessagePort>).detail));
} else {
  serve(self);
}
