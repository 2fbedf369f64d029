import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { describe, expect, it } from 'vitest';
import { SITE } from '../../src/cli/site';

const read = (name: string) => readFileSync(`docs/deploy/${name}`, 'utf8');
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));

describe('the files for hosts', () => {
  it('serve in a container as docs/DEPLOY.md says, without TLS', () => {
    const [, block = ''] = /^```nginx\n([\s\S]*?)^```$/m.exec(readFileSync('docs/DEPLOY.md', 'utf8')) ?? [];
    const [withoutRedirect = ''] = block.split(/\nserver \{\n {2}listen 80;/);
    const expected = withoutRedirect
      .replace('listen 443 ssl;', 'listen 8080;')
      .replace(/ {2}listen \[::\]:443 ssl;\n/, '')
      .replace(/ {2}(server_name|ssl_certificate|ssl_certificate_key) .*\n/g, '')
      .replace('include mime.types', 'include /etc/nginx/mime.types');
    expect(
      read('container.conf')
        .replace(/^#.*\n/, '')
        .trim(),
    ).toBe(expected.trim());
    expect(read('Containerfile')).toContain('COPY container.conf /etc/nginx/conf.d/default.conf');
  });

  it.each(['github-pages.yml', 'gitlab-ci.yml'])('call commands that are there: %s', name => {
    const lines = read(name).split('\n');
    const called = lines.flatMap(line => /npm run (\w+)(?: -- (.*))?$/.exec(line.trim()) ?? []);
    expect(called.length).toBeGreaterThan(0);
    for (const line of lines) {
      const [, script, rest = ''] = /npm run (\w+)(?: -- (.*))?$/.exec(line.trim()) ?? [];
      if (script !== undefined) expect(scripts).toHaveProperty(script);
      if (script !== 'dataset') continue;
      const [command, ...args] = rest.split(' ').filter(arg => !/^"\$[{@]/.test(arg));
      expect(command).toBe('site');
      expect(() => parseArgs({ args, options: SITE.options, allowPositionals: true })).not.toThrow();
    }
  });
});
