import { useLayoutEffect, useRef } from 'react';
import { useText } from '../../i18n/use-text';
import { Button } from '../../ui/Button';
import { useHandedFocus } from '../../ui/use-handed-focus';

interface Props {
  label: string;
  hiddenCount: number;
  isFirst: boolean;
  ids: readonly string[];
  onMore: () => void;
  onFewer: () => void;
}

/** Renders buttons that show more or fewer values of a long facet. "More" moves the focus to the first new value. */
export function FacetMore({ label, hiddenCount, isFirst, ids, onMore, onFewer }: Props) {
  const { t } = useText();
  const [moreRef, handToMore] = useHandedFocus<HTMLButtonElement>();
  const root = useRef<HTMLParagraphElement>(null);
  const before = useRef<ReadonlySet<string> | null>(null);
  useLayoutEffect(() => {
    const known = before.current;
    before.current = null;
    const first = known && ids.find(id => !known.has(id));
    const boxes = root.current?.closest('fieldset')?.querySelectorAll<HTMLElement>('[data-facet-box]');
    for (const box of boxes ?? []) if (box.dataset.facetBox === first) box.focus();
  }, [ids]);
  return (
    <p ref={root} className="flex flex-wrap gap-x-3">
      {hiddenCount > 0 && (
        <Button
          look="link"
          ref={moreRef}
          tabIndex={-1}
          data-facet-stop=""
          aria-expanded={false}
          aria-label={t('facet.showMore', { n: hiddenCount, facet: label })}
          onClick={() => {
            before.current = new Set(ids);
            onMore();
          }}
        >
          {t('facet.more.short', { n: hiddenCount })}
        </Button>
      )}
      {!isFirst && (
        <Button
          look="link"
          tabIndex={-1}
          data-facet-stop=""
          aria-expanded={true}
          onClick={() => {
            handToMore();
            onFewer();
          }}
        >
          {t('facet.showLess', { facet: label })}
        </Button>
      )}
    </p>
  );
}
