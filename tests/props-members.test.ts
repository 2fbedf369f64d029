import { expect, it } from 'vitest';
import { propsMembers } from './props-members';

const FILES = new Map([
  ['a/One.tsx', 'export interface OneProps<T> { a: string; b?: (x: { y: T; z: T }) => void; c: Map<string, string>; }'],
  [
    'a/Two.tsx',
    `import { type OneProps, other } from './One';
     interface Props extends Pick<OneProps<string>, 'a' | 'b'> { readonly d: string }
     type MoreProps = Omit<OneProps<string>, 'a'> & { e: number } & Props;
     export function Two({ f, g }: { f: string; g: Pick<Props, 'd'> }) {}`,
  ],
]);

it('names the members of types that are written out, extended, picked, joined and imported', () => {
  const named = [...propsMembers(FILES)].map(([name, members]) => [name, [...members].sort().join(' ')]);
  expect(named).toEqual([
    ['a/One.tsx OneProps', 'a b c'],
    ['a/Two.tsx Props', 'a b d'],
    ['a/Two.tsx MoreProps', 'a b c d e'],
    ['a/Two.tsx 4', 'f g'],
  ]);
});
