import { aboutView } from '../../exports/about';
import type { About } from '../../exports/answer-form';
import type { Cited } from '../../exports/citation';
import { exportFileName } from '../../exports/file-name';
import { dateText } from '../../i18n/date-text';
import type { TextTools } from '../../i18n/text-tools';
import { type DaySpan, isOpen } from '../../lib/day';
import type { OpenDataset, WholeActivity } from '../../model/answer';
import { selectionOf } from '../../model/selection-of';
import { isNarrowed, type View, WHOLE_RECORD } from '../../model/view';
import { orderOf, type Replies } from '../../model/wants';
import { windowPatch } from '../../model/window';
import type { Exported, Pictured } from '../../queries/exports';
import { linkOf } from '../../url/use-view';
import { today } from './today';

export type Subject =
  | { kind: 'view'; view: View; sentence: string; counts: Pick<Replies['counts'], 'total' | 'inexact' | 'parts'> }
  | { kind: 'activity'; view: View; activity: WholeActivity };

/** The content of “Share and cite” for a subject. */
export interface Shared {
  kind: Subject['kind'];
  sentence: string;
  link: string;
  cited: Cited;
  exported: Exported;
  pictured: Pictured;
  /** `inexact` counts the activities without a certain day. */
  count: number;
  inexact: number;
  /** The number of activities of the whole dataset. */
  total: number;
  taken: string;
  /** Returns the facts about the subject that each exported file states. `version` is the dataset's version. */
  aboutOf: (version: string) => About;
  fileName: string;
}

export function sharedOf(tools: TextTools, open: OpenDataset, subject: Subject): Shared {
  return subject.kind === 'view' ? sharedView(tools, open, subject) : sharedActivity(tools, open, subject);
}

type SubjectOf<Kind extends Subject['kind']> = Extract<Subject, { kind: Kind }>;

function sharedView(
  tools: TextTools,
  { head, total, extent }: OpenDataset,
  { view, sentence, counts }: SubjectOf<'view'>,
): Shared {
  const facetIds = head.facets.map(({ id }) => id);
  const link = linkOf(view);
  const taken = today();
  const aboutOf = (version: string) =>
    aboutView(tools, head, view, {
      ...{ sentence, link, total, version, taken, extent },
      count: counts.total,
      parts: counts.parts,
    });
  const about = aboutOf('');
  return {
    kind: 'view',
    sentence,
    link,
    cited: isNarrowed(view) ? { kind: 'view', title: sentence, filters: about.filters } : { kind: 'dataset' },
    exported: { selection: selectionOf(view, facetIds), order: orderOf(view) },
    pictured: { view, activity: null },
    count: counts.total,
    inexact: counts.inexact,
    total,
    taken,
    aboutOf,
    fileName: exportFileName(head.id, about),
  };
}

/** The link opens the activity in the whole dataset, without the filters and the window of the current view. */
function sharedActivity(
  tools: TextTools,
  { head, total, extent }: OpenDataset,
  { view, activity: whole }: SubjectOf<'activity'>,
): Shared {
  const { form, ...activity } = whole;
  const { id, title, date } = activity;
  const opened: View = { ...WHOLE_RECORD, data: view.data, lang: view.lang, activity: id };
  const link = linkOf(opened);
  const taken = today();
  const sentence = tools.t('share.activitySentence', { title: tools.words(title), date: dateText(tools, date) });
  const aboutOf = (version: string) =>
    aboutView(tools, head, opened, { sentence, link, count: 1, total, version, taken, extent });
  return {
    kind: 'activity',
    sentence,
    link,
    cited: { kind: 'activity', id, title, date },
    exported: { activities: [activity] },
    pictured: { view: { ...opened, lanes: 'none', ...windowAround(activity) }, activity: whole },
    count: 1,
    inexact:
      (form.kind === 'day' || form.kind === 'days') && !form.isDoubtful && !form.openStart && !form.openEnd ? 0 : 1,
    total,
    taken,
    aboutOf,
    fileName: exportFileName(head.id, { ...aboutOf(''), filters: [id] }),
  };
}

/** The number of days that the picture of one activity shows before and after the activity: about three months. */
const AROUND = 91;

function windowAround({ earliest, latest }: DaySpan): Pick<View, 'from' | 'to'> {
  return windowPatch(isOpen(earliest) ? null : earliest - AROUND, isOpen(latest) ? null : latest + AROUND);
}
