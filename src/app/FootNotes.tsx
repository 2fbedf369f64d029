import type { ReactNode } from 'react';

/** Places the notes at the foot of the window below one another, so that none covers another. */
export function FootNotes({ children }: { children: ReactNode }) {
  return (
    <div className="no-print fixed inset-x-4 bottom-0 z-50 mb-4 mx-auto flex max-h-80 max-w-2xl flex-col gap-2 overflow-y-auto">
      {children}
    </div>
  );
}
