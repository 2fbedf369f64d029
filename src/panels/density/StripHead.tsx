import { memo, useMemo } from 'react';
import { windowText } from '../../i18n/date-text';
import { useText } from '../../i18n/use-text';
import { firstSentence } from '../../lib/sentences';
import { withLines } from '../../lib/spoken-text';
import type { Density, OpenDataset } from '../../model/answer';
import type { Coverage } from '../../model/dataset';
import type { TimeAxis } from '../../model/time-axis';
import type { View } from '../../model/view';
import { Disclosure } from '../../ui/Disclosure';
import { Words } from '../../ui/Words';
import { useOpenDataset } from '../open-dataset';
import { type CoverageNote, countIn, coverageNotes } from './coverage-notes';
import { Periods } from './Periods';
import type { StripScale } from './strip-scale';

interface Props {
  axis: TimeAxis;
  scale: StripScale;
  selection: Density;
  /** Whether the selection is the whole dataset. Only then do the counts of the periods apply. */
  isWhole: boolean;
  window: Pick<View, 'from' | 'to'>;
}

/** The height of two lines of text. */
const NOTES_HEIGHT = 'h-9 md:h-8';

/** The minimum width in pixels at which a period's button shows words. Narrower buttons show only the count. */
const MIN_TEXT = 72;

/** In pixels. A wider strip has a button for each period. In a narrower strip, one button shows all notes. */
const MIN_STRIP = 560;

/** Shows the content above the strip: the largest count, the menu of periods, and the notes on the coverage. */
export function StripHead({ axis, scale, selection, isWhole, window }: Props) {
  const open = useOpenDataset();
  const { t } = useText();
  const { unit, step } = open.scale;
  const max = Math.ceil(Math.max(...open.density.total));
  const { coverage } = open.head;
  const notes = useMemo(
    () => (scale.width > 0 ? coverageNotes(coverage, scale, open.density, open.scale) : []),
    [coverage, scale, open],
  );
  const noted = coverage.filter(({ note }) => note !== undefined);
  const isTight =
    scale.width < MIN_STRIP && (notes.length < noted.length || notes.some(({ width }) => width < MIN_TEXT));
  return (
    <>
      <div className="flex h-5 items-center justify-end gap-3 text-xs text-ink-2 max-md:hidden">
        <p>{t('strip.top', { n: max, unit: t(`strip.unit.${unit}`, { step }) })}</p>
        <Periods layout="over" {...{ axis, selection, window }} isFiltered={!isWhole} />
      </div>
      {noted.length > 0 && (
        // A flex box, because the button's negative margin would otherwise move the whole line up.
        <div dir="ltr" className={`relative flex items-end text-xs text-ink-2 ${NOTES_HEIGHT}`}>
          {isTight ? (
            <Disclosure label={t('notes.all', { n: noted.length })} layout="over" isPlain align="start">
              {() => noted.map(period => <NoteContent key={period.from} {...contentOf(period, open)} />)}
            </Disclosure>
          ) : (
            notes.map(note => (
              <div
                key={note.earliest}
                className={`absolute top-0 flex items-end pe-3 ${NOTES_HEIGHT}`}
                style={{ insetInlineStart: note.left, width: note.width }}
              >
                <Note note={note} isWhole={isWhole} isEarly={note.left + note.width / 2 < scale.width / 2} />
              </div>
            ))
          )}
        </div>
      )}
    </>
  );
}

interface NoteProps {
  note: CoverageNote;
  isWhole: boolean;
  isEarly: boolean;
}

/** The component is memoised, because it finds the first sentence of a text. */
const Note = memo(function Note({ note: period, isWhole, isEarly }: NoteProps) {
  const { note, count, width, earliest, latest } = period;
  const tools = useText();
  const { spoken, exact } = tools;
  const { text, language } = spoken(note);
  const hasCount = isWhole && count !== null;
  const label = (
    <span title={text} className="line-clamp-2 text-start leading-4">
      <span className="sr-only">{windowText(tools, earliest, latest)}: </span>
      {hasCount && <b className="font-semibold text-ink">{exact(count)}</b>}
      <span className={hasCount && width < MIN_TEXT ? 'sr-only' : ''}>
        {hasCount && ' · '}
        <Words of={{ text: firstSentence(text, language ?? tools.language), language }} />
      </span>
    </span>
  );
  return (
    <Disclosure label={label} layout="over" isPlain align={isEarly ? 'start' : 'end'}>
      {() => <NoteContent {...period} />}
    </Disclosure>
  );
});

type Content = Pick<CoverageNote, 'note' | 'count' | 'earliest' | 'latest'>;

function contentOf({ from, to, note }: Coverage, { density, scale }: OpenDataset): Content {
  return { note: note ?? '', count: countIn({ from, to }, density, scale.edges), earliest: from, latest: to };
}

function NoteContent({ note, count, earliest, latest }: Content) {
  const tools = useText();
  return (
    <>
      <p className="font-semibold text-ink not-first:mt-3">
        {windowText(tools, earliest, latest)}
        {count !== null && ` · ${tools.t('activities', { n: count })}`}
      </p>
      <p className="mt-1 font-serif text-base whitespace-pre-line text-ink">
        <Words of={withLines(tools.spoken(note))} />
      </p>
    </>
  );
}
