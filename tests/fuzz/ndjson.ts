import { OpenFailure } from '../../src/model/problem';
import { collectNdjson } from '../fixtures/collect-ndjson';
import { fuzzer } from '../fixtures/fuzzing';
import { mutateBytes, mutateJson } from '../fixtures/mutate';
import { streamOf } from '../fixtures/packed';
import { smallDocument } from '../fixtures/small-document';

/** Lines that are damaged as values or as bytes: no other line is lost, and every lost one is listed. */
export const run = fuzzer('ndjson', async random => {
  const { activities, ...root } = smallDocument();
  const lines: unknown[] = [root, ...activities];
  if (random.chance(0.5)) mutateJson(random, lines);
  let bytes: Uint8Array = Buffer.from(`${Array.from(lines, line => JSON.stringify(line)).join('\n')}\n`);
  if (random.chance(0.7)) bytes = mutateBytes(random, bytes);
  try {
    const { dataset, problems } = await collectNdjson(streamOf(bytes, 1 + random.below(200)));
    const [, ...given] = new TextDecoder()
      .decode(bytes)
      .split('\n')
      .filter(line => line.trim() !== '');
    const lost = new Set(
      problems.filter(problem => problem.loss === 'record').flatMap(({ path }) => /^line \d+/.exec(path) ?? []),
    );
    const missing = given.length - dataset.activities.length - lost.size;
    return missing === 0 ? null : `${missing} lines are missing without a word`;
  } catch (error) {
    if (error instanceof OpenFailure) return null;
    throw error;
  }
});
