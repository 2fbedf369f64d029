import { availableParallelism } from 'node:os';
import { lingui } from '@lingui/vite-plugin';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { oneFilePlugin } from './build/one-file-plugin.ts';
import { contentSecurityPolicy, MAX_HEADER_BYTES, securityHeaders } from './build/security-headers.mjs';
import { sitePlugin } from './build/site-plugin.ts';
import { thirdPartyNotices } from './build/third-party-notices.ts';
import { watPlugin } from './build/wat-plugin.ts';

/** Origins, beside the page's own, from which `?data=` may open a dataset: a list separated by spaces. */
const dataOrigins = (process.env.CHRONOFACET_DATA_ORIGINS ?? '').split(/\s+/).filter(Boolean);

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
              attrs: { 'http-equiv': 'Content-Security-Policy', content: contentSecurityPolicy(dataOrigins) },
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

/** The preview sends the security headers with every answer, and reads links as long as the page writes them. */
function previewServer(): Plugin {
  return {
    name: 'chronofacet-preview-server',
    configurePreviewServer({ httpServer, middlewares }) {
      Object.assign(httpServer, { maxHeaderSize: MAX_HEADER_BYTES });
      middlewares.use((_request, response, next) => {
        for (const [name, value] of Object.entries(securityHeaders(dataOrigins))) response.setHeader(name, value);
        next();
      });
    },
  };
}

/** The tests of pure functions. They share processes, which saves loading their modules anew for each file. */
const PURE = 'tests/{i18n,lib,model,url}/**/*.test.ts';

/** The pages of the shipped dataset. `CHRONOFACET_URL` is the address where the build will be served. */
const site = sitePlugin(import.meta.dirname, 'public/data/eu-unodc.json', process.env.CHRONOFACET_URL ?? '');

const notices = thirdPartyNotices(import.meta.dirname);

export default defineConfig({
  base: './',
  // A missing file is a 404, not the page once more.
  appType: 'mpa',
  plugins: [
    react(),
    tailwindcss(),
    lingui(),
    pagePolicy(),
    previewServer(),
    watPlugin(),
    notices.inPage,
    oneFilePlugin(import.meta.dirname),
    site,
  ],
  worker: { format: 'es', plugins: () => [lingui(), watPlugin(), notices.inWorker] },
  build: { target: 'es2023', assetsInlineLimit: 0, modulePreload: { polyfill: false }, chunkSizeWarningLimit: 600 },
  preview: { host: 'localhost', port: 4173 },
  test: {
    restoreMocks: true,
    testTimeout: 120_000,
    expect: { poll: { timeout: 20_000 } },
    // Vitest leaves one core to itself by default, which is half of a machine of two.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    setupFiles: ['tests/setup-properties.ts'],
    projects: [
      {
        extends: true,
        test: { name: 'pure', environment: 'node', isolate: false, include: [PURE] },
      },
      {
        extends: true,
        test: {
          name: 'plain',
          environment: 'node',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/system/**', PURE],
        },
      },
      {
        extends: true,
        test: {
          name: 'dom',
          environment: 'jsdom',
          include: ['tests/**/*.test.tsx'],
          setupFiles: ['tests/setup-dom.ts'],
        },
      },
    ],
  },
});
