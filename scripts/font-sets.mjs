import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Default sans-serif families of common systems. `.ci/run` lists their Debian packages. */
export const FAMILIES = ['Noto Sans', 'DejaVu Sans', 'Liberation Sans'];

/**
 * Returns the installed families of `FAMILIES`, each with a fontconfig file that makes it the default sans-serif.
 * Prints the missing ones.
 *
 * @returns {{ family: string, config: string }[]}
 */
export function fontSets() {
  const { stdout } = spawnSync('fc-list', [':', 'family'], { encoding: 'utf8' });
  const installed = new Set((stdout ?? '').split(/[\n,]/).map(name => name.trim()));
  const missing = FAMILIES.filter(family => !installed.has(family));
  // Only the main process prints: Playwright reads its configuration, which calls this function, in each worker, too.
  if (missing.length > 0 && process.env.TEST_WORKER_INDEX === undefined) {
    console.log(`Not installed, so the layout is not tried with: ${missing.join(', ')}.`);
  }
  const folder = join(tmpdir(), 'chronofacet-fonts');
  mkdirSync(folder, { recursive: true });
  return FAMILIES.filter(family => installed.has(family)).map(family => {
    const config = join(folder, `${family.toLowerCase().replaceAll(' ', '-')}.conf`);
    writeFileSync(config, configFor(family));
    return { family, config };
  });
}

/** @param {string} family */
function configFor(family) {
  const replaced = ['sans-serif', 'sans', 'system-ui', 'Liberation Sans', 'Inter', 'Roboto', 'Segoe UI']
    .filter(name => name !== family)
    .map(
      name => `  <match target="pattern">
    <test name="family"><string>${name}</string></test>
    <edit name="family" mode="assign" binding="strong"><string>${family}</string></edit>
  </match>`,
    );
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
${replaced.join('\n')}
</fontconfig>
`;
}
