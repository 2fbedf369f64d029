import { useText } from '../i18n/use-text';
import { SideLines } from '../panels/compare/SideLines';
import { useOpenDataset } from '../panels/open-dataset';
import type { Present } from './present';
import { sideSentences } from './side-sentences';

/** Shows each side of a comparison as one line, for phones. */
export function ComparisonLines({ present }: { present: Present }) {
  const open = useOpenDataset();
  const tools = useText();
  return <SideLines sentences={sideSentences(tools, open, present)} />;
}
