import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/** The files below a folder whose names end in one of some ways. */
function filesIn(folder: string, ends: readonly string[]): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => ends.some(end => name.endsWith(end)))
    .map(name => join(folder, name));
}

const COLOUR = /^(#[\da-f]{3,8}|rgb\([^()]*\)|var\(--[\w-]+, #[\da-f]{6}\)|light|dark)$/;

test('style sheets change nothing but colours in the dark', () => {
  const sheets = [...filesIn('src', ['.css']), 'public/site.css'];
  const dark = sheets.flatMap(sheet =>
    readFileSync(sheet, 'utf8')
      .split('prefers-color-scheme: dark')
      .slice(1)
      .map(after => /^\)\s*\{\s*:root\s*\{([^{}]*)\}\s*\}/.exec(after)?.[1] ?? `not read in ${sheet}`),
  );
  expect(dark).toHaveLength(2);
  const declarations = dark.flatMap(block => block.split(';')).map(text => text.trim());
  for (const declaration of declarations.filter(Boolean)) {
    const [name = '', value = ''] = declaration.split(/:\s*/);
    expect(name, declaration).toMatch(/^(--[\w-]+|color-scheme)$/);
    expect(value, declaration).toMatch(COLOUR);
  }
});

test('no element has a class for the dark alone', () => {
  const found = filesIn('src', ['.ts', '.tsx']).filter(file => /["'`\s]dark:[a-z[-]/.test(readFileSync(file, 'utf8')));
  expect(found).toEqual([]);
});
