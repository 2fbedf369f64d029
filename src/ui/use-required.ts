import { type Context, useContext } from 'react';

/** Reads a context without default. Throws outside its provider. */
export function useRequired<Value>(context: Context<Value | null>): Value {
  const value = useContext(context);
  if (value === null) throw new Error('There is no provider of this context above the component.');
  return value;
}
