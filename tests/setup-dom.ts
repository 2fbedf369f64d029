import { cleanup, configure } from '@testing-library/react';
import { afterEach } from 'vitest';

// One second is short on a machine that runs the other tests, and a build, at the same time.
configure({ asyncUtilTimeout: 20_000 });

afterEach(cleanup);
