import { useMemo } from 'react';
import { windowText } from '../../i18n/date-text';
import { useText } from '../../i18n/use-text';
import { withLines } from '../../lib/spoken-text';
import type { Density } from '../../model/answer';
import type { TimeAxis } from '../../model/time-axis';
import type { View } from '../../model/view';
import { Disclosure } from '../../ui/Disclosure';
import { Words } from '../../ui/Words';
import { useOpenDataset } from '../open-dataset';
import { type CoverageNote, coverageNotes, firstSentence } from './coverage-notes';
import { Periods } from './Periods';
import type { StripScale } from './strip-scale';

interface Props {
  axis: TimeAxis;
  scale: StripScale;
  selection: Density;
  /**
   * Whether the selection is the whole dataset. The buttons of the periods show their counts only then, because these
   * are counts of the whole dataset.
   */
  isWhole: boolean;
  window: Pick<View, 'from' | 'to'>;
}

/**
 * The minimum width in pixels of a period whose button shows text. The button of a narrower period shows only the
 * count.
 */
const MIN_TEXT = 96;

/**
 * The content above the strip: the number that a full bar stands for, the menu of periods, and the notes on the
 * coverage. The line of the notes keeps its height.
 */
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
  return (
    <>
      <div className="flex items-center justify-end gap-3 text-xs text-ink-2 max-md:hidden">
        <p>{t('strip.top', { n: max, unit: t(`strip.unit.${unit}`, { step }) })}</p>
        <Periods layout="over" {...{ axis, selection, window }} />
      </div>
      {coverage.some(({ note }) => note !== undefined) && (
        <div dir="ltr" className="relative h-6 text-xs text-ink-2">
          {notes.map(note => (
            <div
              key={note.earliest}
              className="absolute top-0 h-6 pe-3"
              style={{ insetInlineStart: note.left, width: note.width }}
            >
              <Note note={note} isWhole={isWhole} isEarly={note.left + note.width / 2 < scale.width / 2} />
            </div>
          ))}
        </div>
      )}
    </>
  );
}

type NoteProps = { note: CoverageNote; isWhole: boolean; isEarly: boolean };

function Note({ note: { note, count, width, earliest, latest }, isWhole, isEarly }: NoteProps) {
  const tools = useText();
  const { t, spoken, number } = tools;
  const { text, language } = spoken(note);
  const period = windowText(tools, earliest, latest);
  const hasCount = isWhole && count !== null;
  const label = (
    <span className="truncate">
      <span className="sr-only">{period}: </span>
      {hasCount && <b className="font-semibold text-ink">{number(count)}</b>}
      <span className={hasCount && width < MIN_TEXT ? 'sr-only' : ''}>
        {hasCount && ' · '}
        <Words of={{ text: firstSentence(text, language ?? tools.language), language }} />
      </span>
    </span>
  );
  return (
    <Disclosure label={label} layout="over" isPlain align={isEarly ? 'start' : 'end'}>
      {() => (
        <>
          <p className="font-semibold text-ink">
            {period}
            {count !== null && ` · ${t('activities', { n: count })}`}
          </p>
          <p className="mt-1 font-serif text-base whitespace-pre-line text-ink">
            <Words of={withLines({ text, language })} />
          </p>
        </>
      )}
    </Disclosure>
  );
}
