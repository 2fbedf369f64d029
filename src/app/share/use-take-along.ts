import { useEffect, useRef, useState } from 'react';
import { TooManyActivities } from '../../exports/run-job';
import type { TextTools } from '../../i18n/text-tools';
import { saveFile } from '../../panels/share/clipboard';
import type { TakeAlongRow } from '../../panels/share/TakeAlong';
import { useFileExport } from '../../queries/exports';
import { useLoadPrinted } from '../../queries/printed';
import type { Answering } from '../../queries/replies';
import { printModule } from '../print/print-module';
import { toPrint } from '../print/to-print';
import type { Shared } from './shared';
import { Cancelled, TAKE_ALONG, type TakeAlongAction, type Taken } from './take-along';

/** The maximum number of characters in a cell of the workbook. */
const MAX_CELL = 32_767;

/**
 * Returns the rows of “Take it with you”, the progress of the running action, and the text that the browser refused to
 * copy. Calls `onSay` with a sentence about what an action did, or why it failed.
 */
export function useTakeAlong(
  tools: TextTools,
  answering: Answering,
  shared: Shared,
  onSay: (sentence: string) => void,
) {
  const { t } = tools;
  const { write, cancel, progress } = useFileExport(answering);
  const loadPrinted = useLoadPrinted(answering);
  const [isRunning, setRunning] = useState(false);
  const [byHand, setByHand] = useState<string | null>(null);
  const stop = useRef(cancel);
  stop.current = cancel;
  useEffect(() => () => void stop.current(), []);

  const take = async (action: TakeAlongAction): Promise<boolean> => {
    setRunning(true);
    setByHand(null);
    onSay('');
    try {
      const taken = await action.take({
        shared,
        write: async form => {
          const { exported, pictured, aboutOf, fileName } = shared;
          const written = await write({ form, exported, pictured, aboutOf, language: tools.language, fileName });
          if (written === null) throw new Cancelled();
          return written;
        },
        print: async () => {
          const { kind, pictured } = shared;
          const page = kind === 'view' ? toPrint(pictured.view, answering.open) : null;
          await Promise.all([printModule.load(), loadPrinted(page)]);
          window.print();
        },
      });
      if (taken.kind === 'file') {
        const name = shared.fileName + taken.extension;
        saveFile(taken.file, name);
        onSay([t('take.saved', { name }), ...leftOut(taken, tools)].join(' '));
        return true;
      }
      if (taken.kind === 'printed') return true;
      if (!taken.isAllowed) setByHand(taken.text);
      onSay(t(taken.isAllowed ? 'take.copied' : 'share.copyYourself'));
      return taken.isAllowed;
    } catch (error) {
      onSay(failureText(error, shared, tools));
      return false;
    } finally {
      setRunning(false);
    }
  };

  const canExport = answering.engine.capabilities.export;
  const rows = TAKE_ALONG.map(({ id, detail, actions }): TakeAlongRow => {
    return {
      id,
      label: t(`take.row.${id}`),
      detail: detail(shared, tools),
      buttons: actions.map(action => ({
        id: action.id,
        name: t(`take.${action.id}`),
        isCopy: action.isCopy === true,
        isOff: isRunning || (action.isEmpty?.(shared) ?? false),
        run: () => take(action),
      })),
    };
  });
  return { rows: canExport ? rows : [], isRunning, progress, cancel, byHand };
}

/** Returns sentences that say what a file leaves out, and which other file has it. */
function leftOut({ omissions, isReduced, extension }: Extract<Taken, { kind: 'file' }>, { t }: TextTools): string[] {
  const { activities, cutTexts } = omissions;
  return [
    ...(activities > 0 ? [t('take.leftOut', { n: activities })] : []),
    ...(extension === '.csv' ? [t('take.rowsOnly')] : []),
    ...(isReduced ? [t('take.reduced')] : []),
    ...(cutTexts > 0 ? [t('export.cutCells', { n: cutTexts, max: MAX_CELL })] : []),
  ];
}

function failureText(error: unknown, { count }: Shared, { t }: TextTools): string {
  if (error instanceof Cancelled) return t('take.cancelled');
  if (error instanceof TooManyActivities) return t('take.tooMany', { max: error.max, n: count });
  return t('take.failed');
}
