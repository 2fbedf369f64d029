/* The engine in this process, without a server: `node kernel.js FILE COUNT` prints what its answers take, as JSON. */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createCore } from '../../src/engine/local/core';
import { questionsOf } from './questions.mjs';

const [file = '', count = ''] = process.argv.slice(2);

const core = createCore(async path => {
  const { size } = await stat(path);
  return { bytes: createReadStream(path, { highWaterMark: 1 << 20 }), total: size };
});
const { key, head } = await core.open({ kind: 'address', address: file });
const questions = questionsOf(head.facets, Number(count));
const [first] = questions;
// The server answers from all texts as well, which are read after the opening.
while (first && (await core.ask(key, first.selection, first.wants)).rows?.isPartial) {
  await new Promise(resolve => setTimeout(resolve, 100));
}
const times: number[] = [];
for (const { selection, wants } of questions) {
  const before = process.cpuUsage();
  await core.ask(key, selection, wants);
  const { user, system } = process.cpuUsage(before);
  times.push((user + system) / 1000);
}
process.stdout.write(JSON.stringify(times), () => process.exit());
