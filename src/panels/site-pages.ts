import { createContext, useContext } from 'react';
import { activityFolder, valueFolder } from '../model/site-paths';

/** The addresses of the static HTML pages and feeds that are served beside the explorer, relative to the explorer. */
export interface SitePages {
  /** The folder of the feeds and the calendar of all activities. */
  whole: string;
  /** Returns the address of an activity's page. Null if activities have no pages. */
  activity: ((id: string) => string) | null;
  /** Returns the folder of a value's page, feeds and calendar. */
  value: (facet: string, value: string) => string;
}

const SitePagesContext = createContext<SitePages | null>(null);

export const SitePagesProvider = SitePagesContext.Provider;

/** Returns the addresses of the static pages. Null if the shown dataset has none. */
export function useSitePages(): SitePages | null {
  return useContext(SitePagesContext);
}

/** Reads `PAGES_META` of `index.html`. Null if it is missing, or if the pages belong to another dataset. */
export function sitePagesOf(content: string | undefined, dataset: string, language: string): SitePages | null {
  const [id, kind, first, ...others] = content?.split(' ') ?? [];
  if (id !== dataset || first === undefined) return null;
  const base = others.includes(language) ? `${language}/` : '';
  return {
    whole: base,
    activity: kind === 'activities' ? id => base + activityFolder(id) : null,
    value: (facet, value) => base + valueFolder(facet, value),
  };
}
