import { type Context, useContext } from 'react';

/** Reads a context that has no default: to read it outside of its provider is a mistake. */
export function useRequired<Value>(context: Context<Value | null>): Value {
  const value = useContext(context);
  if (value === null) throw new Error('There is no provider of this context above the component.');
  return value;
}
