import { useEffect } from 'react';
import { useEventCallback } from '../ui/use-event-callback';

/** Calls `onFile` with a file that is dropped anywhere on the page. Of several files, it is the first. */
export function useDroppedFile(onFile: (file: File) => void): void {
  const take = useEventCallback(onFile);
  useEffect(() => {
    const allow = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
    };
    const drop = (event: DragEvent) => {
      const [file] = event.dataTransfer?.files ?? [];
      if (!file) return;
      event.preventDefault();
      take(file);
    };
    window.addEventListener('dragover', allow);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragover', allow);
      window.removeEventListener('drop', drop);
    };
  }, [take]);
}
