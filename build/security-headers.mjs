/**
 * Returns the content security policy of all files, including the worker.
 *
 * @param {readonly string[]} dataOrigins origins that may serve datasets and their images, besides the page's own
 */
export function contentSecurityPolicy(dataOrigins) {
  return [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self'",
    "font-src 'self'",
    ["img-src 'self' data:", ...dataOrigins].join(' '),
    ['connect-src', "'self'", ...dataOrigins].join(' '),
    "worker-src 'self'",
    // The dialog “Share and cite” shows a preview of the embedded view in a frame.
    "frame-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

/**
 * Returns the headers for every file. Browsers ignore `Strict-Transport-Security` on pages loaded over http.
 *
 * @param {readonly string[]} dataOrigins
 * @returns {Record<string, string>}
 */
export function securityHeaders(dataOrigins) {
  return {
    // A <meta> can't set frame-ancestors. Any site may frame the page, as embedding is a supported use.
    'Content-Security-Policy': `${contentSecurityPolicy(dataOrigins)}; frame-ancestors *`,
    'Cross-Origin-Opener-Policy': 'same-origin',
    // Pages of other sites load embed.js.
    'Cross-Origin-Resource-Policy': 'cross-origin',
    'Permissions-Policy':
      'camera=(), display-capture=(), geolocation=(), microphone=(), midi=(), payment=(), usb=(), clipboard-write=(self)',
    'Referrer-Policy': 'strict-origin-when-cross-origin',
    'Strict-Transport-Security': 'max-age=31536000',
    'X-Content-Type-Options': 'nosniff',
  };
}

/**
 * The limit that servers set for the headers of a request, so that links of 64,000 characters fit. Node's default is 16
 * KiB.
 */
export const MAX_HEADER_BYTES = 131_072;
