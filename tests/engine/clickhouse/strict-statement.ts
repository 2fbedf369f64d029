import { expect } from 'vitest';
import { wordsOf } from '../../../src/lib/fold';

export const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/**
 * Expects a statement that has nothing but identifiers, numbers and operators, and between quotation marks slugs and folded
 * words. Returns the texts between the quotation marks.
 */
export function strictTexts(statement: string): string[] {
  const quoted: string[] = [];
  const rest = statement.replaceAll(/'([^']*)'/g, (_, text: string) => {
    quoted.push(text);
    return '?';
  });
  expect(rest).toMatch(/^[\w ,()[\]+\-*/%=<>!?.]+$/);
  expect(rest).not.toMatch(/--|\/\*|;|#/);
  for (const text of quoted) {
    const left = text
      .replaceAll('[|]', '|')
      .replace(/\[ \|\]$/, '')
      .replaceAll(/[| ?]+/g, ' ')
      .trim();
    expect(SLUG.test(text) || wordsOf(left).join(' ') === left, text).toBe(true);
  }
  return quoted;
}
