import { type Context, useContext } from 'react';

/** Returns the value of a context that has no default. Throws if the component is outside of the context's provider. */
export function useRequired<Value>(context: Context<Value | null>): Value {
  const value = useContext(context);
  if (value === null) throw new Error('No provider of this context');
  return value;
}
