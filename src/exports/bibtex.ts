import type { CslItem } from './csl';

/** TeX commands for special characters. Braces are among them, because BibTeX counts a brace even after `\`. */
const COMMANDS: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '`': '\\textasciigrave{}',
};

/**
 * Writes a citation as an entry of BibTeX. Views and activities are parts of a collection, which is the dataset. The
 * note repeats the version, because the usual styles print no other field for it.
 */
export function bibtexOf(item: CslItem): string {
  const { title, author, issued, accessed, version, note, URL } = item;
  const container = item['container-title'];
  const [year] = issued?.['date-parts'][0] ?? [];
  const notes = [item['event-date']?.literal, version && `Version ${version}`, note].filter(Boolean);
  const fields: [name: string, value: string | undefined][] = [
    ['author', author?.map(({ literal }) => kept(literal)).join(' and ')],
    ['title', kept(title)],
    ['booktitle', container && kept(container)],
    ['year', year?.toString()],
    ['note', notes.length > 0 ? escaped(notes.join('; ')) : undefined],
    ['url', address(URL)],
    ['urldate', accessed['date-parts'][0]?.map(part => String(part).padStart(2, '0')).join('-')],
    ['language', item.language],
  ];
  const lines = fields.filter(([, value]) => value !== undefined).map(([name, value]) => `  ${name} = {${value}},\n`);
  return `@${container === undefined ? 'misc' : 'incollection'}{${item.id},\n${lines.join('')}}\n`;
}

/** Puts an escaped text in braces, so that BibTeX keeps its capitals and does not split names at commas. */
function kept(text: string): string {
  return `{${escaped(text)}}`;
}

function escaped(text: string): string {
  return (
    text
      .replace(/[\\{}~^`]/g, char => COMMANDS[char] ?? char)
      .replace(/[&%$#_]/g, '\\$&')
      // TeX joins a pair of these characters into one, for example two hyphens into a dash. `{}` between them prevents
      // this.
      .replace(/([-',<>])(?=\1)/g, '$1{}')
  );
}

/** Percent-encodes the characters of an address that would break a BibTeX field. */
function address(url: string): string {
  return url.replace(/[{}\\"<>^`|\s]/g, encodeURIComponent);
}
