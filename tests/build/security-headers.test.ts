import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { contentSecurityPolicy, securityHeaders } from '../../build/security-headers.mjs';

const ROOT = join(import.meta.dirname, '../..');

describe('securityHeaders', () => {
  it('hold the policy of the page, and who may frame it', () => {
    const policy = securityHeaders([])['Content-Security-Policy'] ?? '';
    expect(policy).toBe(`${contentSecurityPolicy([])}; frame-ancestors *`);
    for (const part of ["default-src 'none'", "worker-src 'self'", "form-action 'none'", "manifest-src 'self'"]) {
      expect(policy.split('; ')).toContain(part);
    }
    expect(policy).not.toMatch(/unsafe-inline|'unsafe-eval'|http:/);
  });

  it('let data and images come from listed origins and from nowhere else', () => {
    expect(contentSecurityPolicy([])).toMatch(/connect-src 'self';/);
    expect(contentSecurityPolicy(['https://a.example'])).toMatch(/connect-src 'self' https:\/\/a\.example;/);
    expect(contentSecurityPolicy([])).toMatch(/img-src 'self' data:;/);
    expect(contentSecurityPolicy(['https://a.example'])).toMatch(/img-src 'self' data: https:\/\/a\.example;/);
  });

  it('stand in the documentation as they are', () => {
    const page = readFileSync(join(ROOT, 'docs/SECURITY.md'), 'utf8');
    for (const [name, value] of Object.entries(securityHeaders([]))) {
      expect(page).toContain(`add_header ${name} "${value}" always;`);
      expect(page).toContain(`Header always set ${name} "${value}"`);
    }
  });
});
