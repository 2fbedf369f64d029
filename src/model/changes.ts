import type { Text } from './dataset';

export interface ChangedActivity {
  id: string;
  title: Text;
  /** The fields that differ, as paths such as `tags.region`. Empty for an activity that one version lacks. */
  fields: readonly ChangedField[];
}

/** A field that differs. `before` and `after` are shortened texts; '' if a version lacks the field. */
export interface ChangedField {
  field: string;
  before: string;
  after: string;
}

/** The number of activities of one kind (changed, new or gone), and the first few of them. */
export interface ChangeList {
  count: number;
  listed: readonly ChangedActivity[];
}

/** How a table differs from the dataset that was open before. */
export interface RecordChanges {
  than: Text;
  changed: ChangeList;
  new: ChangeList;
  gone: ChangeList;
}

export const CHANGE_KINDS = ['changed', 'new', 'gone'] as const;
