import { lazyModule } from '../../lib/lazy-module';
import type { ImportForm } from '../form';
import { encodingProblems } from '../input/encoding';
import { joinText } from '../input/join-text';
import { textStream } from '../input/text-stream';

const readerCode = lazyModule(async () => (await import('./read-calendar')).readCalendar);

export const calendarImport: ImportForm = {
  id: 'calendar',
  sniff({ text, isWhole }) {
    const start = text.trimStart();
    if (start.length < 15 && !isWhole) return 'more';
    return /^BEGIN:VCALENDAR\s/i.test(start) ? 'yes' : 'no';
  },
  async read(bytes, options) {
    const { pieces, encoding } = textStream(bytes);
    const text = await joinText(pieces);
    const opened = (await readerCode.load())(text, options);
    return { ...opened, problems: [...encodingProblems(encoding), ...opened.problems] };
  },
};
