import { machineDate } from '../i18n/date-text';
import { numberText } from '../i18n/number-text';
import { useDates } from '../i18n/use-dates';
import { withLines } from '../lib/spoken-text';
import type { FieldType, FieldValue } from '../model/dataset';
import { Words } from '../ui/Words';

interface Props {
  type: FieldType;
  value: FieldValue;
  tabIndex?: number;
  /** Whether the page is in a frame of another site. Links of the dataset then open in a new tab. */
  isEmbedded: boolean;
}

/** Shows the value of a field: an address as a link, numbers and dates as the reader's language writes them. */
export function FieldContent({ type, value, tabIndex, isEmbedded }: Props) {
  const { language, date, spoken } = useDates();
  if (typeof value === 'number') return <span className="tabular-nums">{numberText(value, language)}</span>;
  if (type === 'link' && typeof value === 'string') {
    return (
      <a
        href={value}
        tabIndex={tabIndex}
        target={isEmbedded ? '_blank' : undefined}
        rel="noopener noreferrer"
        className="link wrap-anywhere"
      >
        {value.replace(/^https?:\/\/(?:www\.)?|\/$/gi, '')}
      </a>
    );
  }
  if (type === 'date' && typeof value === 'string') return <time dateTime={machineDate(value)}>{date(value)}</time>;
  return <Words of={withLines(spoken(value))} />;
}
