import type { ReactNode } from 'react';
import { useLong } from './use-long';

const LATE_MS = 200;

/** What stands in for something else, and is only made when that takes longer than anyone would notice. */
export function Delayed({ children }: { children: ReactNode }) {
  return useLong(true, LATE_MS) ? children : null;
}
