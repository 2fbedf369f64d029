import type { ReactNode } from 'react';
import { briefHeadline } from '../i18n/headline';
import { lazyWithMessages } from '../i18n/later-messages';
import { useText } from '../i18n/use-text';
import { isNarrowed, type View } from '../model/view';
import { useNavigation } from '../navigation/navigation';
import { ViewLink } from '../navigation/ViewLink';
import { Chips } from '../panels/chips/Chips';
import { useOpenDataset } from '../panels/open-dataset';
import { Pills, type SheetPart, YEARS } from '../panels/pills/Pills';
import { ResultStatus } from '../panels/status/ResultStatus';
import { Button } from '../ui/Button';
import { LazyPart } from '../ui/LazyPart';
import { compareLink } from './compared';
import { Headline } from './Headline';
import type { Present } from './present';
import { Standfirst } from './Standfirst';
import type { Clearing } from './use-clearing';
import type { Shown } from './use-shown';

const compareCode = lazyWithMessages(() => import('./Comparison'));

interface Props {
  view: View;
  present: Present;
  shown: Shown;
  clearing: Clearing;
  /** A button that shows the facets. Null unless they are hidden. */
  filtersButton: ReactNode;
  isNarrow: boolean;
  /** Opens the sheet of filters. Null on screens with a column of facets. */
  onSheet: ((part: SheetPart) => void) | null;
}

/** Returns the part of the filter sheet with the view's first filter. Null means all parts. */
function firstPart({ facets, from, to }: View): SheetPart {
  return Object.keys(facets)[0] ?? (from !== null || to !== null ? YEARS : null);
}

const ROW = 'mt-2 flex min-h-7 items-center gap-2 max-md:-me-5 max-md:mb-4';

/** Shows the view as a sentence, its chips, and the comparison if there is one. */
export function ResultsHead({ view, present, shown, clearing, filtersButton, isNarrow, onSheet }: Props) {
  const { go } = useNavigation();
  const { replies, isWaiting, sentence, view: answered } = present;
  const open = useOpenDataset();
  const { comparing, startComparing } = shown;
  const { counts, compared } = replies;
  const isCompared = comparing !== null && compared != null;
  const tools = useText();
  const { t } = tools;
  /** Whether the dataset's description replaces the number of activities, because nothing is chosen yet. */
  const isOpening = !view.embed && !comparing && !clearing.undo && !isNarrowed(view);
  const compareButton = !comparing && isNarrowed(view) && (
    <Button
      look="link"
      className="shrink-0 px-2"
      onClick={() => {
        startComparing();
        go({ compare: compareLink(view, view) });
        onSheet?.(firstPart(view));
      }}
    >
      {t('compare.start')}
    </Button>
  );
  return (
    <>
      <Headline
        sentence={sentence}
        isNarrow={isNarrow}
        brief={() => briefHeadline(tools, open.head, answered, { total: counts.total, extent: open.extent })}
      />
      <div
        className={
          isCompared && !filtersButton
            ? 'sr-only'
            : `${ROW} ${isOpening ? 'max-md:pe-5' : ''} ${isOpening && onSheet ? 'flex-wrap *:first:basis-full' : ''} ${open.head.description === undefined ? '' : 'md:mt-1 md:min-h-12'}`
        }
      >
        {filtersButton}
        {isOpening && <Standfirst description={open.head.description} />}
        {view.embed ? (
          <>
            <ViewLink to={{ embed: false }} target="_blank" rel="noopener noreferrer" className="link">
              {t('embed.open')}
            </ViewLink>
            <ViewLink to={{ about: true }} className="link ms-2">
              {t('about.title')}
            </ViewLink>
          </>
        ) : isCompared ? null : onSheet ? (
          <Pills
            head={open.head}
            view={view}
            hasYears={shown.axis !== null}
            undo={
              clearing.undo && (
                <Button ref={clearing.undoRef} look="link" className="shrink-0" onClick={clearing.undo}>
                  {t('chip.undoClear')}
                </Button>
              )
            }
            onOpen={onSheet}
          >
            {compareButton}
          </Pills>
        ) : (
          <Chips
            head={open.head}
            view={view}
            onClear={clearing.clear}
            onUndo={clearing.undo}
            undoRef={clearing.undoRef}
          >
            {compareButton}
          </Chips>
        )}
        <span className={isCompared ? 'sr-only' : 'contents'}>
          <ResultStatus counts={counts} isWaiting={isWaiting} view={answered} isHidden={isOpening} />
        </span>
      </div>
      {isCompared && (
        <LazyPart code={compareCode} fallback={<div className="mt-2 mb-4 h-48" />}>
          {({ Comparison }) => <Comparison {...{ view, present, shown, onSheet }} />}
        </LazyPart>
      )}
    </>
  );
}
