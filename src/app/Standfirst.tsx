import { useText } from '../i18n/use-text';
import { firstSentences } from '../lib/sentences';
import type { Text } from '../model/dataset';
import { ViewLink } from '../navigation/ViewLink';
import { Words } from '../ui/Words';

/** The length of a description, in UTF-16 units, that fits into two lines on a wide screen. */
const TWO_LINES = 190;

/** Shows the beginning of the dataset's description in at most two lines, with a link to the whole description. */
export function Standfirst({ description }: { description: Text | undefined }) {
  const { t, spoken, language } = useText();
  const { text, language: spokenIn } = spoken(description ?? '');
  const lead = text === '' ? '' : firstSentences(text, spokenIn ?? language, TWO_LINES);
  return (
    <p key={lead} ref={watchFit} className="standfirst">
      {lead !== '' && (
        <>
          <Words of={{ text: lead, language: spokenIn }} />{' '}
        </>
      )}
      {/* Not a Tab stop, because the header already has the same link. */}
      <ViewLink to={{ about: true }} tabIndex={-1} className="link">
        {t('about.title')}
      </ViewLink>
    </p>
  );
}

/** Sets `is-cut` while the text exceeds two lines. The class puts the link over the end of the second line. */
function watchFit(line: HTMLElement | null): (() => void) | undefined {
  if (!line || typeof ResizeObserver === 'undefined') return;
  const observer = new ResizeObserver(() => {
    line.classList.remove('is-cut');
    line.classList.toggle('is-cut', line.scrollHeight > line.clientHeight);
  });
  observer.observe(line);
  return () => observer.disconnect();
}
