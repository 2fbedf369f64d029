import { createContext } from 'react';
import type { DaySpan } from '../lib/day';

/** The days to which the axis is fitted: a short result, or the time around one activity. Null if it is not fitted. */
export const FittedAxisContext = createContext<DaySpan | null>(null);
