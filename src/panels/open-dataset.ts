import { createContext } from 'react';
import type { OpenDataset } from '../model/answer';
import { useRequired } from '../ui/use-required';

export const OpenDatasetContext = createContext<OpenDataset | null>(null);

export function useOpenDataset(): OpenDataset {
  return useRequired(OpenDatasetContext);
}
