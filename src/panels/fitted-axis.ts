import { createContext } from 'react';
import type { DaySpan } from '../lib/day';

/** Provides the days that the axis shows to fit a short result. Null if the view names a window or the axis is not fitted. */
export const FittedAxisContext = createContext<DaySpan | null>(null);
