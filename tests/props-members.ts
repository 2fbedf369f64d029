/** The names of the members of each type of properties, a name ending in `Props`, in the text of each file without comments. */
export function propsMembers(files: ReadonlyMap<string, string>): Map<string, ReadonlySet<string>> {
  const found = new Map<string, ReadonlySet<string>>();
  for (const [file, text] of files) {
    for (const [, name = ''] of text.matchAll(/\b(?:interface|type) (\w*Props)(?= ?[<={]| extends)/g)) {
      found.set(`${file} ${name}`, membersOfName(files, file, name));
    }
    // A component may also say its properties in place: `({ a, b }: { a: string; b: number })`.
    for (const { index } of text.matchAll(/\}: \{/g)) {
      const members = membersOf(files, file, balanced(text, index + 3));
      found.set(`${file} ${text.slice(0, index).split('\n').length}`, members);
    }
  }
  return found;
}

type Members = ReadonlySet<string>;
const NONE: Members = new Set();

function membersOfName(files: ReadonlyMap<string, string>, file: string, name: string): Members {
  const text = files.get(file) ?? '';
  const declared = new RegExp(`\\binterface ${name}(?:<[^{]*?>)?(?: extends ([^{]+))? (?=\\{)`).exec(text);
  if (declared) {
    const body = balanced(text, declared.index + declared[0].length);
    return union([
      membersOf(files, file, body),
      ...split(declared[1] ?? '', ',').map(one => membersOf(files, file, one)),
    ]);
  }
  const alias = new RegExp(`\\btype ${name}(?:<[^=]*?>)? =`).exec(text);
  if (alias) return membersOf(files, file, split(text.slice(alias.index + alias[0].length), ';')[0] ?? '');
  const imported = new RegExp(`import [^;]*\\b${name}\\b[^;]*from '([^']+)'`).exec(text)?.[1];
  if (!imported?.startsWith('.')) return NONE;
  const target = new URL(imported, `file:///${file}`).pathname.slice(1);
  const home = [`${target}.ts`, `${target}.tsx`].find(path => files.has(path));
  return home ? membersOfName(files, home, name) : NONE;
}

/** Of a type as it is written: an object, a name, `Pick`, `Omit`, or several of these joined by `&`. */
function membersOf(files: ReadonlyMap<string, string>, file: string, written: string): Members {
  const type = written.trim();
  const parts = split(type, '&');
  if (parts.length > 1) return union(parts.map(part => membersOf(files, file, part)));
  if (type.startsWith('{')) {
    const members = split(type.slice(1, -1), ';');
    return new Set(members.flatMap(member => /^\s*(?:readonly )?'?([\w-]+)'?\??\s*[:(]/.exec(member)?.[1] ?? []));
  }
  const [, helper, inner = ''] = /^(Pick|Omit|Readonly|Partial)<([\s\S]*)>$/.exec(type) ?? [];
  if (helper === undefined) return /^\w+/.test(type) ? membersOfName(files, file, /^\w+/.exec(type)?.[0] ?? '') : NONE;
  const [base = '', keys = ''] = split(inner, ',');
  const named = new Set([...keys.matchAll(/'([^']+)'/g)].map(match => match[1] ?? ''));
  const members = membersOf(files, file, base);
  if (helper === 'Pick') return named;
  return helper === 'Omit' ? new Set([...members].filter(member => !named.has(member))) : members;
}

function union(sets: readonly Members[]): Members {
  return new Set(sets.flatMap(set => [...set]));
}

const OPENING = '{(<[';
const CLOSING = '})>]';

/** The text from an opening bracket to the one that closes it. */
function balanced(text: string, start: number): string {
  let depth = 0;
  for (let i = start; i < text.length; i++) {
    depth += step(text, i);
    if (depth === 0) return text.slice(start, i + 1);
  }
  return text.slice(start);
}

/** The parts of a text between separators that stand in no brackets. */
function split(text: string, separator: string): string[] {
  const ends: number[] = [];
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    depth += step(text, i);
    if (depth === 0 && text[i] === separator) ends.push(i);
  }
  const parts = [...ends, text.length].map((end, i) => text.slice(i === 0 ? 0 : (ends[i - 1] ?? 0) + 1, end));
  return parts.filter(part => part.trim() !== '');
}

function step(text: string, i: number): number {
  const letter = text[i] ?? '';
  if (OPENING.includes(letter)) return 1;
  // The arrow of a function closes nothing.
  return CLOSING.includes(letter) && !(letter === '>' && text[i - 1] === '=') ? -1 : 0;
}
