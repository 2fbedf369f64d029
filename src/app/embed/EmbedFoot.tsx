import { useEffect, useRef } from 'react';
import { useText } from '../../i18n/use-text';
import { licenceOf } from '../../model/licence';
import { useOpenDataset } from '../../panels/open-dataset';
import { Words } from '../../ui/Words';

/** Names the dataset and its licence below an embedded view. Sends the view's height to the embedding page. */
export function EmbedFoot() {
  const { head } = useOpenDataset();
  const { t, spoken } = useText();
  const foot = useRef<HTMLElement>(null);
  useEffect(() => {
    const { current } = foot;
    if (!current || window.parent === window) return;
    const page = current.parentElement ?? current;
    const observer = new ResizeObserver(() => {
      const height = Math.ceil(current.getBoundingClientRect().bottom + window.scrollY);
      // The height says nothing about the reader, so any page may receive it.
      window.parent.postMessage({ type: 'chronofacet', version: 1, height }, '*');
    });
    observer.observe(page);
    observer.observe(current);
    return () => observer.disconnect();
  }, []);
  const licence = head.license === undefined ? null : licenceOf(head.license);
  return (
    <footer
      ref={foot}
      className="flex flex-wrap gap-x-4 gap-y-1 border-t border-rule px-5 py-2.5 text-xs text-ink-2 md:px-6"
    >
      <span>{t('embed.source', { title: spoken(head.title).text })}</span>
      {head.publisher !== undefined && (
        <span>
          <Words of={spoken(head.publisher)} />
        </span>
      )}
      {licence &&
        (licence.url ? (
          <a href={licence.url} target="_blank" rel="noopener noreferrer" className="link">
            {licence.name}
          </a>
        ) : (
          <span>{licence.name}</span>
        ))}
    </footer>
  );
}
