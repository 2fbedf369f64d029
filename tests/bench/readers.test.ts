import { expect, it } from 'vitest';
import { questionsOf } from '../../bench/serve/questions.mjs';
import { readAtOnce } from '../../bench/serve/readers.mjs';
import { smallDocument } from '../fixtures/small-document';
import { startTestServer, textSource } from '../server/start-server';

it('lets two hundred readers ask at once, and every one gets answers', async () => {
  const server = await startTestServer();
  const { open } = await server.serve(textSource(smallDocument()));
  const questions = questionsOf(open.head.facets, 300);
  expect(new Set(questions.map(question => JSON.stringify(question))).size).toBe(300);
  const { times, failures, bytes } = await readAtOnce(server.api, questions, { readers: 200, ms: 1500, pauseMs: 500 });
  expect(failures).toEqual({});
  // Each reader has asked at least once.
  expect(times.length).toBeGreaterThanOrEqual(200);
  expect(bytes).toBeGreaterThan(0);
  expect(server.server.runningCount()).toBe(0);
  await server.stop();
});
