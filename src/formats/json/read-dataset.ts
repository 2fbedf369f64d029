import type { Dataset } from '../../model/dataset';
import { OpenFailure, type Problem, type Unlisted } from '../../model/problem';
import type { Raw } from '../document/fields';
import type { ImageAt } from '../document/known';
import { compareActivities, createActivityReader } from '../document/read-activities';
import { readHead, rootOf } from '../document/read-head';
import { Report, shown } from '../document/report';

export interface ReadDataset {
  root: Raw;
  dataset: Dataset;
  problems: readonly Problem[];
  unlisted: Unlisted;
}

/**
 * Reads a dataset document. What can't be read is left out and reported. Throws `OpenFailure` if the text is no dataset
 * document.
 */
export function readDataset(text: string, maxProblems?: number, imageAt?: ImageAt): ReadDataset {
  const { activities: records, ...root } = parseRoot(text);
  if (!Array.isArray(records)) throw new OpenFailure('noActivities', shown(records));
  const report = new Report(maxProblems);
  const head = readHead(root, report);
  const reader = createActivityReader(head, report, imageAt);
  const activities = records
    .map((raw: unknown, i) => reader.read(raw, `activities[${i}]`))
    .filter(activity => activity !== undefined);
  reader.finish();
  const dataset = { ...head, activities: activities.sort(compareActivities) };
  return { root, dataset, problems: report.problems, unlisted: report.unlisted };
}

function parseRoot(text: string): Raw {
  const body = text.trim();
  if (body === '') throw new OpenFailure('empty');
  let root: unknown;
  try {
    root = JSON.parse(body);
  } catch {
    throw new OpenFailure('notJson', shown(body.slice(0, 40)));
  }
  return rootOf(root);
}
