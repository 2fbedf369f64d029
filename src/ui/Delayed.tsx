import type { ReactNode } from 'react';
import { useLong } from './use-long';

const LATE_MS = 200;

/** Renders its children, such as a loading message, only after a delay, so that short waits show nothing. */
export function Delayed({ children }: { children: ReactNode }) {
  return useLong(true, LATE_MS) ? children : null;
}
