import { samenessOf } from '../i18n/compare-headline';
import { useText } from '../i18n/use-text';
import { knownView } from '../model/selection-of';
import { sourceMonths } from '../model/source-months';
import type { View } from '../model/view';
import { shownWindow } from '../model/window';
import { useNavigation } from '../navigation/navigation';
import { inequality } from '../panels/compare/inequality';
import { SideBars } from '../panels/compare/SideBars';
import { Slot } from '../panels/compare/Slot';
import { SIDE_LOOKS } from '../panels/compare/side-looks';
import { useOpenDataset } from '../panels/open-dataset';
import { Pills, type SheetPart } from '../panels/pills/Pills';
import { Button } from '../ui/Button';
import { comparedWith, compareLink, type Side, sideView } from './compared';
import type { Present } from './present';
import { SideFilters } from './SideFilters';
import { SideNavigation } from './SideNavigation';
import { sideSentences } from './side-sentences';
import type { Shown } from './use-shown';

interface Props {
  view: View;
  present: Present;
  shown: Shown;
  /** Opens the sheet of filters. Null on screens with a column of facets. */
  onSheet: ((part: SheetPart) => void) | null;
}

const SIDES: readonly Side[] = ['a', 'b'];

/**
 * Shows the two sides of a comparison with their filters and bars, and the number of activities that belong to both. A
 * sentence warns if the totals can't be compared directly, because one window is longer or sources cover less of a
 * window.
 */
export function Comparison({ view, present, shown, onSheet }: Props) {
  const { go } = useNavigation();
  const open = useOpenDataset();
  const tools = useText();
  const { t, number } = tools;
  const { head } = open;
  const { replies, view: answered } = present;
  const { counts, compared, density, differences } = replies;
  const { axis, comparing, settled } = shown;
  if (!compared || !comparing) return null;
  const { isSameChoice, isSameWindow } = samenessOf(answered, sideView(answered, 'b'));
  const isSame = isSameChoice && isSameWindow;
  const facetIds = head.facets.map(({ id }) => id);
  const totals = { a: counts.total, b: compared.total };
  const { bars } = comparing;
  const max = Math.max(0, ...(differences?.bars.a ?? []), ...(differences?.bars.b ?? []));
  const sourcesOf = (side: Side) =>
    axis && sourceMonths(shownWindow(sideView(answered, side), axis.bounds), head.coverage);
  const [sourcesA, sourcesB] = [sourcesOf('a'), sourcesOf('b')];
  const unequal =
    sourcesA && sourcesB && !isSame
      ? inequality(tools, [
          { total: totals.a, sources: sourcesA },
          { total: totals.b, sources: sourcesB },
        ])
      : '';
  const sentences = sideSentences(tools, open, present);
  const swap = () => {
    const other = comparedWith(view);
    if (other) go({ ...other, compare: compareLink(view, other) });
  };
  return (
    <section aria-label={t('compare.label')} className="@container mt-2">
      {unequal && <p className="max-w-[70ch] font-serif text-base text-ink-2">{unequal}</p>}
      <div className="mt-4 grid gap-x-12 gap-y-5 @3xl:grid-cols-2">
        {SIDES.map((side, i) => {
          const edges = bars?.[side] ?? [];
          return (
            <Slot
              key={side}
              side={side}
              sentence={sentences[i] ?? ''}
              isTouched={comparing.side === side}
              onTouch={() => comparing.touch(side)}
            >
              {!view.embed && (
                <SideNavigation settled={settled} side={side}>
                  {onSheet ? (
                    <div className="-me-5 mt-2 flex">
                      <Pills
                        head={head}
                        view={knownView(sideView(view, side), facetIds)}
                        hasYears={axis !== null}
                        undo={null}
                        onOpen={part => {
                          comparing.touch(side);
                          onSheet(part);
                        }}
                      />
                    </div>
                  ) : (
                    <SideFilters
                      view={knownView(sideView(view, side), facetIds)}
                      counts={side === 'a' ? counts.facets : compared.facets}
                      density={(side === 'a' ? density.selection : density.compared) ?? density.selection}
                      axis={axis}
                      opensFirst={comparing.isNew && side === 'b'}
                    />
                  )}
                </SideNavigation>
              )}
              {!isSame && bars && differences && (
                <SideBars
                  unit={bars.unit}
                  edges={edges}
                  counts={differences.bars[side]}
                  max={max}
                  gaps={axis?.gaps ?? []}
                  colour={SIDE_LOOKS[side].ground}
                />
              )}
            </Slot>
          );
        })}
      </div>
      <div className="mt-4 mb-4 flex flex-wrap items-center gap-x-5 gap-y-1 border-t border-rule pt-2">
        <p aria-live="polite">
          {isSame
            ? t('compare.same')
            : t('compare.numbers', {
                both: number(compared.both),
                onlyA: number(totals.a - compared.both),
                onlyB: number(totals.b - compared.both),
              })}
        </p>
        {!view.embed && (
          <span className="no-print ms-auto flex gap-4">
            <Button look="link" onClick={swap}>
              {t('compare.swap')}
            </Button>
            <Button look="link" onClick={() => go({ compare: null })}>
              {t('compare.stop')}
            </Button>
          </span>
        )}
      </div>
    </section>
  );
}
