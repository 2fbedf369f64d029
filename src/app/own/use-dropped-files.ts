import { useEffect } from 'react';
import { useEventCallback } from '../../ui/use-event-callback';

/** Calls `onFiles` when the reader drops files anywhere on the page, with all files of this drop. */
export function useDroppedFiles(onFiles: (files: readonly File[]) => void): void {
  const take = useEventCallback(onFiles);
  useEffect(() => {
    const allow = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
    };
    const drop = (event: DragEvent) => {
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length === 0) return;
      event.preventDefault();
      take(files);
    };
    window.addEventListener('dragover', allow);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragover', allow);
      window.removeEventListener('drop', drop);
    };
  }, [take]);
}
