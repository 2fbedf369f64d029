/** A journey that says nothing about a page whose data is on a server. `title` is null for a whole file. */
interface NotServed {
  file: string;
  title: string | null;
  reason: string;
}

const NO_WORKER = 'It breaks the worker, or looks into it, which a served page does not have.';

/** The only journeys that `CHRONOFACET_SERVED` leaves out. */
export const NOT_SERVED: readonly NotServed[] = [
  {
    file: 'messages.spec.ts',
    title: null,
    reason: 'It counts the messages to the worker, which a served page does not have.',
  },
  {
    file: 'own.spec.ts',
    title: 'a chosen file opens at once, links work inside it, and Back returns',
    reason:
      'It expects that nothing is requested, but a served page may still ask about the record that it showed before.',
  },
  ...[
    ['memory.spec.ts', 'holds no more memory after hundreds of choices than before'],
    ['worker.spec.ts', 'says that the engine can’t be started where its code does not come, and opens once it does'],
    ['worker.spec.ts', 'says that the worker dies of a question, after three tries, and goes on once it does not'],
    ['worker.spec.ts', 'tries again after the worker died while the dataset could not be fetched'],
    ['worker.spec.ts', 'opens the new dataset where the old one was replaced, with the choices kept'],
    ['worker.spec.ts', 'says after twenty seconds that nothing has come, and opens with another worker'],
  ].map(([file = '', title = '']) => ({ file, title, reason: NO_WORKER })),
];
