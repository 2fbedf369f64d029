import { lazyModule } from '../../lib/lazy-module';
import type { ImportForm } from '../form';
import { encodingProblems } from '../input/encoding';
import { joinText } from '../input/join-text';
import { textStream } from '../input/text-stream';

const readerCode = lazyModule(async () => {
  const [{ xmlEvents }, { simileEvents }, { readTable }] = await Promise.all([
    import('./xml-events'),
    import('../other-json/simile'),
    import('../table/read-table'),
  ]);
  return { xmlEvents, simileEvents, readTable };
});

export const simileXmlImport: ImportForm = {
  id: 'simile-xml',
  sniff({ text, isWhole }) {
    if (!/^\s*</.test(text)) return text.trim() === '' && !isWhole ? 'more' : 'no';
    if (/<event\s[^>]*\bstart\s*=/i.test(text)) return 'yes';
    return isWhole || text.length > 1 << 16 ? 'no' : 'more';
  },
  async read(bytes, options) {
    const { pieces, encoding } = textStream(bytes);
    const text = await joinText(pieces);
    const { xmlEvents, simileEvents, readTable } = await readerCode.load();
    const opened = readTable(simileEvents(xmlEvents(text)), options);
    return { ...opened, problems: [...encodingProblems(encoding), ...opened.problems] };
  },
};
