import { useEffect, useRef, useState } from 'react';
import { oneFile } from '../../exports/one-file';
import { TooManyActivities } from '../../exports/run-job';
import type { TextTools } from '../../i18n/text-tools';
import { isLocalAddress } from '../../model/address';
import { CONFIG_FORMAT, type ExplorerConfig } from '../../model/explorer-config';
import type { OneFileSettings } from '../../model/one-file';
import type { View } from '../../model/view';
import { saveFile } from '../../panels/share/clipboard';
import type { TakeAlongRow } from '../../panels/share/TakeAlong';
import { useActivityBytes, useFileExport, useSaveDataset } from '../../queries/exports';
import { useLoadPrinted } from '../../queries/printed';
import type { Answering } from '../../queries/replies';
import { besidePage } from '../../url/use-view';
import { printModule } from '../print/print-module';
import { toPrint } from '../print/to-print';
import type { Shared } from './shared';
import { Cancelled, TAKE_ALONG, type TakeAlongAction, type Taken, type Taking } from './take-along';

/** The maximum number of characters that spreadsheet programs allow in a cell. */
const MAX_CELL = 32_767;

/**
 * Returns the rows of “Take it with you”, the progress of the running action, and the text that the browser refused to
 * copy. Calls `onSay` with a sentence about what an action did, or why it failed.
 */
export function useTakeAlong(
  tools: TextTools,
  { answering, config }: { answering: Answering; config: ExplorerConfig | undefined },
  shared: Shared,
  onSay: (sentence: string) => void,
) {
  const { t } = tools;
  const { write, cancel, progress } = useFileExport(answering);
  const loadPrinted = useLoadPrinted(answering);
  const saveWhole = useSaveDataset(answering);
  const bytes = useActivityBytes(answering);
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
      const writeForm: Taking['write'] = async form => {
        const { exported, pictured, aboutOf, fileName } = shared;
        const written = await write({ form, exported, pictured, aboutOf, language: tools.language, fileName });
        if (written === null) throw new Cancelled();
        return written;
      };
      const taken = await action.take({
        shared,
        write: writeForm,
        oneFile: async isWhole => {
          const record = isWhole ? await saveWhole() : (await writeForm('json')).file;
          const { head } = answering.open;
          const title = tools.words(config?.title ?? head.title);
          const settings = oneFileSettings(head.id, shared.pictured.view, isWhole ? config : withoutView(config));
          return oneFile(besidePage(''), title, settings, record);
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
    const offered = actions.filter(({ isOffered }) => isOffered?.(shared) ?? true);
    return {
      id,
      label: t(`take.row.${id}`),
      detail: detail(shared, tools, bytes),
      buttons: offered.map(action => ({
        id: action.id,
        name: t(`take.${action.id}`),
        isCopy: action.isCopy === true,
        isOff: isRunning || (action.isEmpty?.(shared) ?? false),
        run: () => take(action),
      })),
    };
  });
  return {
    rows: canExport ? rows.filter(({ buttons }) => buttons.length > 0) : [],
    isRunning,
    progress,
    cancel,
    byHand,
  };
}

/** Returns the settings of a page in one file. Its links lead to this explorer, unless the dataset is a local file. */
function oneFileSettings(id: string, { data }: View, config: ExplorerConfig | undefined): OneFileSettings {
  const { dataset: _, logo: __, dataOrigins: ___, engine: ____, ...fields } = config ?? { dataset: '' };
  return {
    address: isLocalAddress(data) ? null : besidePage('').replace(/[?#].*/, ''),
    data: isLocalAddress(data) ? null : data,
    name: `${id}.json`,
    config: JSON.stringify({ ...fields, format: CONFIG_FORMAT }),
  };
}

function withoutView(config: ExplorerConfig | undefined): ExplorerConfig | undefined {
  return config && { ...config, view: '' };
}

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
