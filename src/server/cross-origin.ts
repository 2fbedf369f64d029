import type { MiddlewareHandler } from 'hono';
import { TOTAL_HEADER } from '../engine/remote/api';

/** The seconds for which a browser remembers that it may send questions by POST. */
const REMEMBERED = 86_400;

/**
 * Lets pages of these origins read the replies of the API. Also answers the browser's `OPTIONS` request for permission.
 * Cookies are not allowed, so a page of another origin can't read replies that need a login.
 */
export function crossOrigin(origins: readonly string[]): MiddlewareHandler {
  return async (context, next) => {
    const origin = context.req.header('Origin');
    const isListed = origin !== undefined && origins.includes(origin);
    if (context.req.method === 'OPTIONS' && isListed) context.res = new Response(null, { status: 204 });
    else await next();
    // Replies to unlisted origins need `Vary` too. Otherwise a cache could give one origin the reply to another.
    if (origins.length > 0) context.res.headers.append('Vary', 'Origin');
    if (!isListed) return;
    context.res.headers.set('Access-Control-Allow-Origin', origin);
    context.res.headers.set('Access-Control-Expose-Headers', `${TOTAL_HEADER}, Retry-After`);
    if (context.req.method !== 'OPTIONS') return;
    context.res.headers.set('Access-Control-Allow-Methods', 'GET, POST');
    context.res.headers.set('Access-Control-Allow-Headers', 'Content-Type');
    context.res.headers.set('Access-Control-Max-Age', String(REMEMBERED));
  };
}
