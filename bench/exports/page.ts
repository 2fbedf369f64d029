import { askWorker } from '../ask-worker';

askWorker(new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }));
