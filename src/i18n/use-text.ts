import { useLingui } from '@lingui/react';
import { createContext, useContext } from 'react';
import { type TextTools, toolsFor } from './text-tools';

/** The language of dataset texts that name no language. */
export const DatasetLanguage = createContext('en');

/** Returns the tools that write texts and numbers in the reader's language. Every component gets the same object. */
export function useText(): TextTools {
  const { i18n } = useLingui();
  return toolsFor(i18n, useContext(DatasetLanguage));
}
