import { useLingui } from '@lingui/react';
import { createContext, useContext } from 'react';
import { type TextTools, toolsFor } from './text-tools';

/** The language of dataset texts that name no language. */
export const DatasetLanguage = createContext('en');

/** Makes tools that write counts as estimates. Null while all counts are exact. */
export const Estimated = createContext<((tools: TextTools) => TextTools) | null>(null);

/** Returns the tools that write texts and numbers in the reader's language. All components get the same object. */
export function useText(): TextTools {
  const { i18n } = useLingui();
  const tools = toolsFor(i18n, useContext(DatasetLanguage));
  return useContext(Estimated)?.(tools) ?? tools;
}
