import { useState } from 'react';

/** Returns the previous object if all its members are identical to those of `value`, otherwise `value`. */
export function useStable<T extends object>(value: T): T {
  const [earlier, setEarlier] = useState(value);
  const keys = Object.keys(value) as (keyof T)[];
  const isSame = Object.keys(earlier).length === keys.length && keys.every(key => earlier[key] === value[key]);
  if (isSame) return earlier;
  setEarlier(value);
  return value;
}
