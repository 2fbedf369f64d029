import { type AnswerFormId, NO_OMISSIONS, type Omissions } from '../../exports/answer-form';
import type { TextTools } from '../../i18n/text-tools';
import { IS_ONE_FILE, TEMPLATE_BYTES } from '../../model/edition';
import { MAX_ONE_FILE } from '../../model/one-file';
import { copyLater } from '../../panels/share/clipboard';
import { MOST_PRINTED } from '../../queries/printed';
import { pngOf } from './picture-png';
import type { Shared } from './shared';

/** A file to save, a printed page, or a text. `isAllowed` is false if the browser refused to copy the text. */
export type Taken =
  | { kind: 'file'; file: Blob; extension: string; omissions: Omissions; isReduced?: boolean }
  | { kind: 'printed' }
  | { kind: 'copied'; text: string; isAllowed: boolean };

/** The shared subject, and the functions by which actions produce their results. */
export interface Taking {
  shared: Shared;
  /** Makes a file in a form. Rejects with `Cancelled` if the reader cancels. */
  write: (form: AnswerFormId) => Promise<Extract<Taken, { kind: 'file' }>>;
  print: () => Promise<void>;
  /** Makes one HTML file of the view or, with `isWhole`, of the whole dataset. */
  oneFile: (isWhole: boolean) => Promise<Blob>;
}

export class Cancelled extends Error {}

type ActionId =
  | 'text'
  | 'markdown'
  | 'csv'
  | 'csvw'
  | 'xlsx'
  | 'json'
  | 'calendar'
  | 'png'
  | 'svg'
  | 'print'
  | 'zip'
  | 'html'
  | 'htmlWhole';

/** The message `take.ID` is the name of the button. */
export interface TakeAlongAction {
  id: ActionId;
  isCopy?: true;
  /** Returns whether the button exists for a subject. If undefined, the button always exists. */
  isOffered?: (shared: Shared) => boolean;
  /** Returns whether the button is off, because the file would contain no activity or too many for its form. */
  isEmpty?: (shared: Shared) => boolean;
  take: (taking: Taking) => Promise<Taken>;
}

type GroupId = 'list' | 'table' | 'days' | 'picture' | 'paper' | 'archive' | 'file';

/** The message `take.row.ID` is the label of the row. */
interface TakeAlongGroup {
  id: GroupId;
  /** Describes the files of the row. `bytes` is the average length of an activity in JSON, undefined until known. */
  detail: (shared: Shared, tools: TextTools, bytes: number | undefined) => string;
  actions: readonly TakeAlongAction[];
}

const copyAsText: TakeAlongAction = {
  id: 'text',
  isCopy: true,
  take: async ({ write }) => {
    const text = write('text').then(({ file }) => file.text());
    const isAllowed = await copyLater(text);
    return { kind: 'copied', text: await text, isAllowed };
  },
};

function fileAction(form: Exclude<AnswerFormId, 'text'>): TakeAlongAction {
  return { id: form, take: ({ write }) => write(form) };
}

const png: TakeAlongAction = {
  id: 'png',
  take: async ({ write }) => {
    const { file, omissions } = await write('svg');
    return { kind: 'file', ...(await pngOf(await file.text())), extension: '.png', omissions };
  },
};

const print: TakeAlongAction = {
  id: 'print',
  take: async ({ print: printView }) => {
    await printView();
    return { kind: 'printed' };
  },
};

function htmlAction(isWhole: boolean): TakeAlongAction {
  return {
    id: isWhole ? 'htmlWhole' : 'html',
    isOffered: ({ kind, count, total }) =>
      !IS_ONE_FILE && kind === 'view' && (!isWhole || (count < total && total <= MAX_ONE_FILE)),
    isEmpty: ({ count }) => !isWhole && (count === 0 || count > MAX_ONE_FILE),
    take: async ({ oneFile }) => ({
      kind: 'file',
      file: await oneFile(isWhole),
      extension: '.html',
      omissions: NO_OMISSIONS,
    }),
  };
}

/** States the size of the HTML file with the view's activities, and of the HTML file with the whole dataset. */
function oneFileDetail({ count, total }: Shared, { t, language }: TextTools, bytes = 0): string {
  if (count > MAX_ONE_FILE) return t('take.oneFileMax', { max: MAX_ONE_FILE });
  const size = (activities: number) =>
    ((TEMPLATE_BYTES + activities * bytes) / 1_000_000).toLocaleString(language, { maximumFractionDigits: 1 });
  const isWhole = count === total || total > MAX_ONE_FILE;
  return t(isWhole ? 'take.oneFile' : 'take.oneFileOrWhole', { size: size(count), whole: size(total) });
}

const hasNoDay = ({ count, inexact }: Shared) => inexact === count;

export const TAKE_ALONG: readonly TakeAlongGroup[] = [
  { id: 'list', detail: (_, { t }) => t('take.forBrief'), actions: [copyAsText, fileAction('markdown')] },
  {
    id: 'table',
    detail: ({ count }, { t }) => t('take.rows', { n: count }),
    actions: [fileAction('csv'), fileAction('xlsx'), fileAction('json'), fileAction('csvw')],
  },
  {
    id: 'days',
    detail: ({ count, inexact }, { t }) => (inexact === 0 ? '' : t('take.noDay', { n: inexact, total: count })),
    actions: [{ ...fileAction('calendar'), isEmpty: hasNoDay }],
  },
  { id: 'picture', detail: (_, { t }) => t('take.inPicture'), actions: [png, fileAction('svg')] },
  {
    id: 'paper',
    detail: ({ count }, { t }) => (count > MOST_PRINTED ? t('take.onPaper', { n: MOST_PRINTED }) : ''),
    actions: [print],
  },
  { id: 'file', detail: oneFileDetail, actions: [htmlAction(false), htmlAction(true)] },
  { id: 'archive', detail: (_, { t }) => t('take.inArchive'), actions: [fileAction('zip')] },
];
