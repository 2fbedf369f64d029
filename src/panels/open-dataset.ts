import { createContext } from 'react';
import type { OpenDataset } from '../model/answer';
import { useRequired } from '../ui/use-required';

/** The dataset that the page shows; it is the same for all of the page until another is opened. */
export const OpenDatasetContext = createContext<OpenDataset | null>(null);

export function useOpenDataset(): OpenDataset {
  return useRequired(OpenDatasetContext);
}
