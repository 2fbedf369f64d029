/**
 * Moves the "Unreleased" entries of the changelog under a version. Returns the new changelog and the entries. Throws if
 * there are no entries or the version exists.
 *
 * @param {string} changelog
 * @param {string} version
 * @param {string} date as YYYY-MM-DD
 * @returns {{ changelog: string, notes: string }}
 */
export function releaseNotes(changelog, version, date) {
  const [head, ...sections] = changelog.split(/^(?=## )/m);
  const titles = sections.map(section => section.slice(3, section.indexOf('\n')).trim());
  if (titles.some(title => title === version || title.startsWith(`${version} `))) {
    throw new Error(`CHANGELOG.md has a section “${version}” already.`);
  }
  const at = titles.indexOf('Unreleased');
  const notes = (sections[at] ?? '').split('\n').slice(1).join('\n').trim();
  if (notes === '') throw new Error('CHANGELOG.md has no entries under “Unreleased”.');
  sections[at] = `## Unreleased\n\n## ${version} (${date})\n\n${notes}\n${at < sections.length - 1 ? '\n' : ''}`;
  return { changelog: [head, ...sections].join(''), notes };
}

/**
 * Whether `version` has the form 1.2.3 and is higher than `current`.
 *
 * @param {string} version
 * @param {string} current
 */
export function isNewer(version, current) {
  const [next, last] = [version, current].map(text => /^(\d+)\.(\d+)\.(\d+)$/.exec(text)?.slice(1).map(Number));
  if (!next || !last) return false;
  const first = next.findIndex((part, i) => part !== last[i]);
  return first >= 0 && (next[first] ?? 0) > (last[first] ?? 0);
}

/**
 * Returns why a working tree can't be released, or null if it can.
 *
 * @param {{ branch: string, status: string }} tree what `git branch --show-current` and `git status --porcelain` print
 */
export function obstacle({ branch, status }) {
  if (branch.trim() !== 'main') return `A release is made on main; this is “${branch.trim()}”.`;
  if (status.trim() !== '') return `There are changes that are not committed:\n${status.trimEnd()}`;
  return null;
}
