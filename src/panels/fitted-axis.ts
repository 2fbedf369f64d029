import { createContext } from 'react';
import type { DaySpan } from '../lib/day';

/**
 * Provides the days to which the timeline's axis is fitted, because the result is short in time or a link leads to one
 * activity. Null if the axis is not fitted.
 */
export const FittedAxisContext = createContext<DaySpan | null>(null);
