import type { LazyModule } from '../lib/lazy-module';
import type { OpenDataset } from '../model/answer';
import type { ExplorerConfig } from '../model/explorer-config';
import type { Problem } from '../model/problem';

/** The configuration of the deployment, and the problems of its file. */
export interface CheckedConfig {
  config: ExplorerConfig;
  problems: readonly Problem[];
}

/** The part of `explorer.json` that the page needs before the dataset is open, and the code that checks all of it. */
export interface Deployment {
  /** The address, relative to the page, of the dataset that opens if the link names no dataset. */
  dataset: string;
  /** The interface languages that are offered. Null for all. */
  languages: readonly string[] | null;
  config: LazyModule<CheckedConfig>;
}

/**
 * Returns the deployment's own dataset with the title, the contact and the problems of its configuration. `isOther`
 * says that a link named another dataset, which must not appear under the name of the institution.
 */
export function deployedDataset(open: OpenDataset, checked: CheckedConfig | null, isOther: boolean): OpenDataset {
  if (!checked || isOther) return open;
  const { config, problems } = checked;
  const { title = open.head.title, contact = open.head.contact } = config;
  if (title === open.head.title && contact === open.head.contact && problems.length === 0) return open;
  const head = { ...open.head, title, ...(contact !== undefined && { contact }) };
  return { ...open, head, problems: [...problems, ...open.problems] };
}
