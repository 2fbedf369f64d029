import { useEffect } from 'react';
import { useEventCallback } from '../../ui/use-event-callback';
import { droppedHandles } from './file-handles';
import type { FileHandle } from './kept';

export interface DroppedFiles {
  files: readonly File[];
  handles: Promise<readonly FileHandle[]>;
}

/** Calls `onFiles` with all files that the reader drops together anywhere on the page. */
export function useDroppedFiles(onFiles: (dropped: DroppedFiles) => void): void {
  const take = useEventCallback(onFiles);
  useEffect(() => {
    const allow = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
    };
    const drop = (event: DragEvent) => {
      const files = [...(event.dataTransfer?.files ?? [])];
      if (!event.dataTransfer || files.length === 0) return;
      event.preventDefault();
      take({ files, handles: droppedHandles(event.dataTransfer.items) });
    };
    window.addEventListener('dragover', allow);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragover', allow);
      window.removeEventListener('drop', drop);
    };
  }, [take]);
}
