import type { ReactNode } from 'react';
import type { Answer } from '../../model/answer';
import type { DatasetHead } from '../../model/dataset';
import type { OnChange, View } from '../../model/view';

interface Props {
  head: DatasetHead;
  answer: Answer;
  view: View;
  hrefOf: (patch: Partial<View>) => string;
  onChange: OnChange;
  /** The boxes that say the window in words. */
  children: ReactNode;
}

export function Matrix({ answer, children }: Props) {
  return (
    <div>
      {children}
      {answer.total}
    </div>
  );
}
