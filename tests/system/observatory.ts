import type { Answer } from './web-servers';

const HALF_A_YEAR_S = 15_768_000;

/**
 * Returns the points by which Mozilla’s HTTP Observatory judges a site, written down by hand from its published scoring
 * table: what the front page answers, and where the address without TLS leads. 100 and more is the grade A+.
 */
export function observatoryScore(page: Answer, plain: Answer): { score: number; points: Record<string, number> } {
  const header = (name: string) => page.headers[name] ?? '';
  const policy = directivesOf(header('content-security-policy'));
  const sources = (name: string) => policy.get(name) ?? policy.get('default-src') ?? ['*'];
  const isUnsafe = ['script-src', 'style-src', 'object-src'].some(name =>
    sources(name).some(source => /^('unsafe-(inline|eval)'|data:|\*|https?:)$/.test(source)),
  );
  const framers = policy.get('frame-ancestors') ?? ['*'];
  const age = Number(/max-age=(\d+)/.exec(header('strict-transport-security'))?.[1] ?? Number.NaN);
  const scripts = [...page.body.matchAll(/<script[^>]*\ssrc="([^"]*)"/g)].map(([, src = '']) => src);
  const points = {
    'content-security-policy': isUnsafe ? -20 : policy.get('default-src')?.join() === "'none'" ? 10 : 5,
    cookies: header('set-cookie') === '' ? 0 : -20,
    'cross-origin-resource-sharing': header('access-control-allow-origin') === '' ? 0 : -50,
    'cross-origin-resource-policy': /^same-(origin|site)$/.test(header('cross-origin-resource-policy')) ? 10 : 0,
    redirection: plain.status === 301 && (plain.headers.location ?? '').startsWith('https://') ? 0 : -20,
    'referrer-policy': /^(no-referrer|same-origin|strict-origin(-when-cross-origin)?)$/.test(header('referrer-policy'))
      ? 5
      : -5,
    'strict-transport-security': age >= HALF_A_YEAR_S ? 0 : Number.isNaN(age) ? -20 : -10,
    'subresource-integrity': scripts.some(src => /^(https?:)?\/\//.test(src)) ? -5 : 0,
    'x-content-type-options': header('x-content-type-options') === 'nosniff' ? 0 : -5,
    'x-frame-options': framers.some(source => /^(\*|https?:)$/.test(source)) ? -20 : 5,
  };
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const withoutBonus = 100 + sum(Object.values(points).filter(value => value < 0));
  // Extra points count only for sites that are good without them.
  const bonus = withoutBonus >= 90 ? sum(Object.values(points).filter(value => value > 0)) : 0;
  return { score: withoutBonus + bonus, points };
}

/** Returns the directives of a policy with their sources. */
function directivesOf(policy: string): Map<string, string[]> {
  return new Map(
    policy
      .split(';')
      .map(directive => directive.trim().split(/\s+/))
      .map(([name = '', ...sources]) => [name, sources]),
  );
}
