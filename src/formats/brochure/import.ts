import { lazyModule } from '../../lib/lazy-module';
import type { ImportForm } from '../form';
import { encodingProblems } from '../input/encoding';
import { joinText } from '../input/join-text';
import { textStream } from '../input/text-stream';
import { isProse } from './is-prose';

const readerCode = lazyModule(async () => (await import('./read-brochure')).readBrochure);

/** The number of characters at the start of a file that suffice to recognise a text. */
const SNIFFED_LENGTH = 8192;

/** Reads a text that is written for people. Each dated heading, with the paragraphs below it, becomes an activity. */
export const brochureImport: ImportForm = {
  id: 'brochure',
  sniff({ text, isWhole }) {
    if (!isWhole && text.length < SNIFFED_LENGTH) return isProse(text) === 'never' ? 'no' : 'more';
    return isProse(text.slice(0, 4 * SNIFFED_LENGTH)) === 'yes' ? 'yes' : 'no';
  },
  async read(bytes, options) {
    const { pieces, encoding } = textStream(bytes);
    const text = await joinText(pieces);
    const opened = (await readerCode.load())(text, options);
    return { ...opened, problems: [...encodingProblems(encoding), ...opened.problems] };
  },
};
