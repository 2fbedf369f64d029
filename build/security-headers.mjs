/**
 * The content security policy of every file, the worker's too.
 *
 * @param {readonly string[]} dataOrigins origins from which datasets may come, besides the page's own
 */
export function contentSecurityPolicy(dataOrigins) {
  return [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self' data:",
    ['connect-src', "'self'", ...dataOrigins].join(' '),
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

/**
 * What a server should send with every file. Browsers pass over `Strict-Transport-Security` where the page came by http.
 *
 * @param {readonly string[]} dataOrigins
 * @returns {Record<string, string>}
 */
export function securityHeaders(dataOrigins) {
  return {
    // A <meta> can't say who may frame the page; anybody may, as embedding is a way to use it.
    'Content-Security-Policy': `${contentSecurityPolicy(dataOrigins)}; frame-ancestors *`,
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy':
      'camera=(), display-capture=(), geolocation=(), microphone=(), midi=(), payment=(), usb=(), clipboard-write=(self)',
    'Referrer-Policy': 'strict-origin-when-cross-origin',
    'Strict-Transport-Security': 'max-age=31536000',
    'X-Content-Type-Options': 'nosniff',
  };
}

/** Room for the request of a link of 64,000 characters; Node's servers take 16 KiB by themselves. */
export const MAX_HEADER_BYTES = 131_072;
