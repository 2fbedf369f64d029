import { lingui } from '@lingui/vite-plugin';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { watPlugin } from './build/wat-plugin.ts';

/** Origins, beside the page's own, from which `?data=` may open a dataset: a list separated by spaces. */
const dataOrigins = (process.env.CHRONOFACET_DATA_ORIGINS ?? '').split(/\s+/).filter(Boolean);

const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data:",
  ['connect-src', "'self'", ...dataOrigins].join(' '),
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** The policy travels with the page, so that it holds on any static host. */
function pagePolicy(): Plugin {
  return {
    name: 'chronofacet-page-policy',
    transformIndexHtml: (_html, { server }) => [
      ...(server
        ? []
        : [
            {
              tag: 'meta',
              attrs: { 'http-equiv': 'Content-Security-Policy', content: contentSecurityPolicy },
              injectTo: 'head-prepend' as const,
            },
          ]),
      {
        tag: 'meta',
        attrs: { name: 'chronofacet-data-origins', content: dataOrigins.join(' ') },
        injectTo: 'head' as const,
      },
    ],
  };
}

export default defineConfig({
  base: './',
  // A missing file is a 404, not the page once more.
  appType: 'mpa',
  plugins: [react(), tailwindcss(), lingui(), pagePolicy(), watPlugin()],
  worker: { format: 'es', plugins: () => [watPlugin()] },
  build: { target: 'es2023', assetsInlineLimit: 0, chunkSizeWarningLimit: 600 },
  preview: {
    host: 'localhost',
    port: 4173,
    headers: {
      'Content-Security-Policy': `${contentSecurityPolicy}; frame-ancestors *`,
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'strict-origin-when-cross-origin',
    },
  },
  test: {
    restoreMocks: true,
    testTimeout: 30_000,
    projects: [
      { extends: true, test: { name: 'plain', environment: 'node', include: ['tests/**/*.test.ts'] } },
      {
        extends: true,
        test: { name: 'dom', environment: 'jsdom', include: ['tests/**/*.test.tsx'], setupFiles: ['tests/setup.ts'] },
      },
    ],
  },
});
