import { createContext } from 'react';
import type { DaySpan } from '../lib/day';

/** Provides the days to which the axis is fitted, around a short result or one activity. Null if it is not fitted. */
export const FittedAxisContext = createContext<DaySpan | null>(null);
