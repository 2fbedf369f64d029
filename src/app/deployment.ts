import type { LazyModule } from '../lib/lazy-module';
import type { OpenDataset } from '../model/answer';
import type { ExplorerConfig } from '../model/explorer-config';
import type { Problem } from '../model/problem';

/** The configuration of the deployment, and the problems found in the file `explorer.json`. */
export interface CheckedConfig {
  config: ExplorerConfig;
  problems: readonly Problem[];
}

/** The fields of `explorer.json` needed before the dataset is open, and the code that checks all fields. */
export interface Deployment {
  /** The address, relative to the page, of the dataset that opens if the link names no dataset. */
  dataset: string;
  /** The interface languages that are offered. Null means all languages. */
  languages: readonly string[] | null;
  config: LazyModule<CheckedConfig>;
}

/**
 * Returns the deployment's own dataset with the title, the contact and the problems of its configuration. Returns a
 * dataset that a link named (`isOther`) unchanged, because it must not appear under the institution's name.
 */
export function deployedDataset(open: OpenDataset, checked: CheckedConfig | null, isOther: boolean): OpenDataset {
  if (!checked || isOther) return open;
  const { config, problems } = checked;
  const { title = open.head.title, contact = open.head.contact } = config;
  if (title === open.head.title && contact === open.head.contact && problems.length === 0) return open;
  const head = { ...open.head, title, ...(contact !== undefined && { contact }) };
  return { ...open, head, problems: [...problems, ...open.problems] };
}
