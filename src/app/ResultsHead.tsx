import type { ReactNode } from 'react';
import { headline } from '../i18n/headline';
import { lazyWithMessages } from '../i18n/later-messages';
import { useText } from '../i18n/use-text';
import { askedText } from '../model/asked-text';
import type { View } from '../model/view';
import { useNavigation } from '../navigation/navigation';
import { ViewLink } from '../navigation/ViewLink';
import { Chips } from '../panels/chips/Chips';
import { useOpenDataset } from '../panels/open-dataset';
import { Pills, type SheetPart } from '../panels/pills/Pills';
import { ResultStatus } from '../panels/status/ResultStatus';
import { Button } from '../ui/Button';
import { LazyPart } from '../ui/LazyPart';
import { comparedWith, compareLink } from './compared';
import { mentionOf } from './panels';
import type { Present } from './present';
import type { Clearing } from './use-clearing';
import type { Shown } from './use-shown';

const compareCode = lazyWithMessages(() => import('../panels/compare/CompareBar'));

interface Props {
  view: View;
  present: Present;
  shown: Shown;
  clearing: Clearing;
  /** A button that shows the facets, present only while they are hidden. */
  filtersButton: ReactNode;
  /** Opens the sheet of filters on screens without a column of facets. Null on the others. */
  onSheet: ((part: SheetPart) => void) | null;
}

/** Shows the view as a sentence, its chips, and the comparison if there is one. */
export function ResultsHead({ view, present, shown, clearing, filtersButton, onSheet }: Props) {
  const { go } = useNavigation();
  const { replies, isWaiting, sentence, view: answered } = present;
  const open = useOpenDataset();
  const { other } = shown;
  const { counts, compared } = replies;
  const tools = useText();
  const { t } = tools;
  const filtered = Object.keys(view.facets).length > 0 || askedText(view.q) !== '';
  const compareButton = filtered && !other && (
    <Button look="link" className="shrink-0 px-2" onClick={() => go({ compare: compareLink(view, view) })}>
      {t('compare.start')}
    </Button>
  );
  return (
    <>
      <h1
        id="results"
        tabIndex={-1}
        className="font-serif text-[1.5rem] leading-8 font-medium tracking-[-0.008em] text-balance proportional md:text-2xl"
      >
        {sentence}
      </h1>
      <div className="mt-2 flex min-h-7 items-center gap-2 max-md:-me-5 max-md:mb-4">
        {filtersButton}
        {view.embed ? (
          <ViewLink to={{ embed: false }} target="_blank" rel="noopener noreferrer" className="link">
            {t('embed.open')}
          </ViewLink>
        ) : onSheet ? (
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
        <ResultStatus counts={counts} isWaiting={isWaiting} view={answered} />
      </div>
      {other && compared && (
        <LazyPart code={compareCode} fallback={<div className="mt-3 mb-4 h-25" />}>
          {({ CompareBar }) => (
            <CompareBar
              sentences={[
                sentence,
                headline(
                  tools,
                  open.head,
                  { ...answered, ...comparedWith(answered) },
                  { total: compared.total, extent: open.extent, mention: mentionOf(answered) },
                ),
              ]}
              total={counts.total}
              compared={compared}
              onSwap={() => go({ ...other, compare: compareLink(view, other) })}
              onStop={() => go({ compare: null })}
            />
          )}
        </LazyPart>
      )}
    </>
  );
}
