/**
 * What readers met: the times of answers in milliseconds, the replies that were no answers by their status, and the bytes
 * that were sent to them.
 *
 * @typedef {{ times: number[], failures: Record<string, number>, bytes: number }} Met
 */

/**
 * Lets readers ask a server at once, until the time is over. Each asks its next question some time after the answer to the
 * one before.
 *
 * @param {string} api the address of the API, which ends in a slash
 * @param {readonly import('./questions.mjs').Question[]} questions
 * @param {{ readers: number, ms: number, pauseMs: number }} options
 * @returns {Promise<Met>}
 */
export async function readAtOnce(api, questions, { readers, ms, pauseMs }) {
  /** @type {Met} */
  const met = { times: [], failures: {}, bytes: 0 };
  const end = performance.now() + ms;
  let asked = 0;
  async function read(/** @type {number} */ reader) {
    // The readers do not all ask at the same moment.
    await pause((pauseMs * reader) / readers);
    while (performance.now() < end) {
      const question = questions[asked % questions.length];
      asked += 1;
      const start = performance.now();
      const kind = await answered(`${api}ask?q=${encodeURIComponent(JSON.stringify(question))}`);
      met.times.push(performance.now() - start);
      if (typeof kind === 'number') met.bytes += kind;
      else met.failures[kind] = (met.failures[kind] ?? 0) + 1;
      await pause(pauseMs);
    }
  }
  await Promise.all(Array.from({ length: readers }, (_, reader) => read(reader)));
  return met;
}

/**
 * Returns the number of bytes of an answer, or why there is none.
 *
 * @param {string} address
 */
async function answered(address) {
  try {
    const response = await fetch(address);
    const { byteLength } = await response.arrayBuffer();
    return response.status === 200 ? byteLength : String(response.status);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** @param {number} ms */
function pause(ms) {
  return new Promise(resolve => setTimeout(resolve, ms));
}
