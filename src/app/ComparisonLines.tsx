import { useText } from '../i18n/use-text';
import { SideLines } from '../panels/compare/SideLines';
import { useOpenDataset } from '../panels/open-dataset';
import type { Present } from './present';
import { sideSentences } from './side-sentences';

/** Both sides of a comparison as a line each, for a phone. */
export function ComparisonLines({ present }: { present: Present }) {
  const open = useOpenDataset();
  const tools = useText();
  return <SideLines sentences={sideSentences(tools, open, present)} />;
}
