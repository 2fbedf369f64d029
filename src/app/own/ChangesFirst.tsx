import type { TextTools } from '../../i18n/text-tools';
import { type DateTools, useDates } from '../../i18n/use-dates';
import { CHANGE_KINDS, type ChangedActivity, type RecordChanges } from '../../model/changes';
import type { Facet } from '../../model/dataset';
import { Words } from '../../ui/Words';

interface Props {
  changes: RecordChanges;
  facets: readonly Facet[];
}

/** A list of at most this many activities is open from the start. */
const FEW = 12;

/** Counts and lists how a table differs from the open dataset, before the reader opens the table. */
export function ChangesFirst({ changes, facets }: Props) {
  const tools = useDates();
  const { t, words } = tools;
  const [changed, added, gone] = CHANGE_KINDS.map(kind => changes[kind].count);
  const isSame = CHANGE_KINDS.every(kind => changes[kind].count === 0);
  const than = words(changes.than);
  return (
    <section className="border-s-3 border-accent ps-4">
      <h2 className="font-serif text-xl font-semibold">
        {isSame ? t('own.changes.none') : t('own.changes', { changed, new: added, gone })}
      </h2>
      <p className="text-ink-2">{t('own.changes.than', { title: than })}</p>
      {CHANGE_KINDS.map(kind => {
        const { count, listed } = changes[kind];
        if (count === 0) return null;
        return (
          <details key={kind} open={count <= FEW}>
            <summary className="py-1 font-semibold">{t(`own.changes.${kind}`, { n: count })}</summary>
            <ul className="mb-2 max-h-80 overflow-y-auto">
              {listed.map(activity => (
                <ChangedLine key={activity.id} activity={activity} facets={facets} tools={tools} />
              ))}
            </ul>
            {count > listed.length && <p>{t('notice.more', { n: count - listed.length })}</p>}
          </details>
        );
      })}
    </section>
  );
}

interface LineProps {
  activity: ChangedActivity;
  facets: readonly Facet[];
  tools: DateTools;
}

function ChangedLine({ activity: { id, title, fields }, facets, tools }: LineProps) {
  const { t, spoken, date } = tools;
  return (
    <li className="py-1 wrap-anywhere">
      <code className="me-2 text-ink-2">{id}</code>
      <Words of={spoken(title)} />
      {fields.map(({ field, before, after }) => {
        const shown = (value: string) => (field === 'date' ? date(value) : value) || t('own.changes.nothing');
        return (
          <p key={field} className="ps-4 text-ink-2">
            {t('own.changes.field', {
              field: fieldName(tools, facets, field),
              before: shown(before),
              after: shown(after),
            })}
          </p>
        );
      })}
    </li>
  );
}

/** Returns the name of a changed field: a facet's label, the id of a dataset field, or the column's role. */
function fieldName({ t, words }: TextTools, facets: readonly Facet[], field: string): string {
  const [part = '', member = ''] = field.split('.');
  if (part === 'tags') {
    const facet = facets.find(({ id }) => id === member);
    return facet ? words(facet.label) : member;
  }
  if (part === 'values') return member;
  if (part === 'dateNote') return t('export.dateNote');
  const role = part === 'links' ? 'link' : member === 'country' || member === 'coordinates' ? member : part;
  return t(`own.role.${role}`);
}
