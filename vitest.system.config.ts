import { lingui } from '@lingui/vite-plugin';
import { defineConfig } from 'vitest/config';
import { watPlugin } from './build/wat-plugin.ts';

/** The tests that need programs of the system. `npm run test:system` runs them; none is skipped where a program is missing. */
export default defineConfig({
  plugins: [lingui(), watPlugin()],
  test: {
    include: ['tests/system/**/*.test.ts'],
    testTimeout: 300_000,
    hookTimeout: 300_000,
    setupFiles: ['tests/setup-properties.ts'],
  },
});
