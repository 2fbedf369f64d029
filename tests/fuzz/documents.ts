import { toRecords } from '../../src/formats/document/to-records';
import { readDataset } from '../../src/formats/json/read-dataset';
import { OpenFailure } from '../../src/model/problem';
import { fuzzer } from '../fixtures/fuzzing';
import { mutateJson } from '../fixtures/mutate';
import { smallDocument } from '../fixtures/small-document';

/** Documents with parts taken, put, doubled or swapped: opened or refused in words, and no record lost without a problem. */
export const run = fuzzer('documents', async random => {
  const document = smallDocument();
  for (let changes = 1 + random.below(6); changes > 0; changes -= 1) mutateJson(random, document);
  try {
    const { dataset, problems } = readDataset(JSON.stringify(document));
    const records = toRecords(dataset);
    for (let position = 0; position < records.size; position += 1) records.activityAt(position);
    const given: readonly unknown[] = Array.isArray(document.activities) ? document.activities : [];
    const lost = new Set(
      problems
        .filter(problem => problem.loss === 'record')
        .flatMap(({ path }) => /^activities\[\d+\]/.exec(path) ?? []),
    );
    const missing = given.length - dataset.activities.length - lost.size;
    return missing === 0 ? null : `${missing} records are missing without a word`;
  } catch (error) {
    if (error instanceof OpenFailure) return null;
    throw error;
  }
});
