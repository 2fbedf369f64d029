import { useMemo } from 'react';
import { useText } from '../i18n/use-text';
import { PAGES_META } from '../model/site-paths';
import { Navigable } from '../navigation/Navigable';
import { OpenDatasetContext } from '../panels/open-dataset';
import { SitePagesProvider, sitePagesOf } from '../panels/site-pages';
import { hrefOf } from '../url/use-view';
import { deployedDataset } from './deployment';
import { Page, type PageProps } from './Page';
import { SideNavigation } from './SideNavigation';
import { useAccent } from './use-accent';

/** Shows an open dataset. Provides the function that all parts of the page call to change the view. */
export function Explorer({ open: given, ...props }: PageProps) {
  const { checked, link } = props;
  const { settled, onChange } = link;
  const isOther = settled.data !== null;
  const open = useMemo(() => deployedDataset(given, checked, isOther), [given, checked, isOther]);
  useAccent(checked?.config.accent);
  const { language } = useText();
  const pages = useMemo(
    () => (isOther ? null : sitePagesOf(pagesMeta(), given.head.id, language)),
    [isOther, given, language],
  );
  return (
    <Navigable settled={settled} go={onChange} hrefOf={hrefOf}>
      <SideNavigation settled={settled} side="a">
        <OpenDatasetContext value={open}>
          <SitePagesProvider value={pages}>
            <Page {...props} open={open} />
          </SitePagesProvider>
        </OpenDatasetContext>
      </SideNavigation>
    </Navigable>
  );
}

function pagesMeta(): string | undefined {
  return document.querySelector<HTMLMetaElement>(`meta[name="${PAGES_META}"]`)?.content;
}
