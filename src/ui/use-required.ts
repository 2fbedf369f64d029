import { type Context, useContext } from 'react';

export function useRequired<Value>(context: Context<Value | null>): Value {
  const value = useContext(context);
  if (value === null) throw new Error('No provider of this context');
  return value;
}
