import { useEffect } from 'react';
import { useText } from '../i18n/use-text';
import { useAskAgain } from '../queries/ask-again';
import type { DataSource } from '../queries/dataset-query';
import { useEventCallback } from '../ui/use-event-callback';

/** In milliseconds: the pause between repeated questions while the server's replies lack a part of the dataset. */
const AGAIN_MS = 5000;

type ServerState = ReturnType<NonNullable<DataSource['engine']['state']>['get']>;

/** Says why the page shows an earlier answer, or that the answer lacks parts of the dataset. */
export function ServerNote({ state }: { state: ServerState }) {
  const { t } = useText();
  const again = useEventCallback(useAskAgain());
  const isPartial = state.kind === 'partial';
  useEffect(() => {
    if (!isPartial) return;
    const timer = setInterval(again, AGAIN_MS);
    return () => {
      clearInterval(timer);
      // The part is available again, but cached replies may still lack it.
      again();
    };
  }, [isPartial, again]);
  if (state.kind === 'ready') return null;
  return (
    <div role="alert" className="border border-s-2 border-edge border-s-ink bg-raised px-4 py-2">
      {state.kind === 'away' && t('server.away')}
      {state.kind === 'busy' && t('server.busy')}
      {state.kind === 'tooSlow' && t('server.tooSlow', { seconds: state.seconds })}
      {state.kind === 'partial' && t('server.partial', { ...state.parts })}
    </div>
  );
}
