import { defineConfig } from '@lingui/conf';
import { formatter } from '@lingui/format-po';

export default defineConfig({
  sourceLocale: 'en',
  locales: ['en', 'fr'],
  format: formatter({ explicitIdAsDefault: true }),
  catalogs: [{ path: '<rootDir>/src/locales/{locale}', include: ['src'] }],
});
