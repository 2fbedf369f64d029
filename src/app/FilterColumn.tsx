import { type ComponentProps, type Ref, useMemo } from 'react';
import { useText } from '../i18n/use-text';
import type { View } from '../model/view';
import { FacetPanel } from '../panels/facets/FacetPanel';
import { Icon } from '../ui/icons';
import type { Side } from './compared';
import { SideNavigation } from './SideNavigation';

interface Props {
  settled: View;
  side: Side;
  /** Whether a heading names the side of the comparison that the facets filter. */
  isCompared: boolean;
  /** The facets with their counts; null until the results are painted. */
  facets: ComponentProps<typeof FacetPanel> | null;
  hideRef: Ref<HTMLButtonElement>;
  onHide: () => void;
}

export function FilterColumn({ settled, side, isCompared, facets, hideRef, onHide }: Props) {
  const { t } = useText();
  // FacetPanel, whose child is this button, renders again only if its props change. So the button stays the same
  // object.
  const hideButton = useMemo(
    () => (
      <button
        ref={hideRef}
        type="button"
        className="-ms-6 flex min-h-7 items-center gap-1 ps-1 -outline-offset-2 hover:text-ink pointer-coarse:min-h-11"
        onClick={onHide}
      >
        <Icon name="earlier" className="size-3.5! rtl:-scale-x-100" />
        {t('filters.hide')}
      </button>
    ),
    [hideRef, onHide, t],
  );
  return (
    <nav
      aria-label={t('facets.label')}
      className="no-print sticky top-14 max-h-[calc(100dvh-3.5rem)] w-70 shrink-0 self-start overflow-y-auto border-e border-rule px-6 pt-2 pb-5"
    >
      {isCompared && <h2 className="pb-1 font-semibold">{t(`compare.filtersOf.${side}`)}</h2>}
      <SideNavigation settled={settled} side={side}>
        {facets && <FacetPanel {...facets}>{hideButton}</FacetPanel>}
      </SideNavigation>
    </nav>
  );
}
