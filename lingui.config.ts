import { defineConfig } from '@lingui/conf';
import { formatter } from '@lingui/format-po';

export default defineConfig({
  sourceLocale: 'en',
  locales: ['en', 'fr'],
  format: formatter({ explicitIdAsDefault: true }),
  catalogs: [
    // The first path that a file matches counts, and `{locale}` matches dots.
    { path: '<rootDir>/src/locales/later.{locale}', include: ['src'] },
    { path: '<rootDir>/src/locales/{locale}', include: ['src'] },
  ],
});
