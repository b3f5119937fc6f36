// Files that are dropped anywhere on the page: beside the form the browser would open them, and what was typed would be lost.

import { useEffect, useRef, useState } from 'preact/hooks';

/** Hands over the files that are dropped; true while some are held over the page. */
export function useDroppedFiles(take: (files: FileList) => void): boolean {
  const [dropping, setDropping] = useState(false);
  const latest = useRef(take);
  latest.current = take;
  useEffect(() => {
    const filesIn = (event: DragEvent): FileList | null =>
      event.dataTransfer?.types.includes('Files') === true ? event.dataTransfer.files : null;
    const over = (event: DragEvent): void => {
      if (filesIn(event) === null) return;
      event.preventDefault();
      setDropping(true);
    };
    // Left for good, not for an element within the page.
    const leave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setDropping(false);
    };
    const drop = (event: DragEvent): void => {
      const files = filesIn(event);
      setDropping(false);
      if (files === null) return;
      event.preventDefault();
      latest.current(files);
    };
    addEventListener('dragover', over);
    addEventListener('dragleave', leave);
    addEventListener('drop', drop);
    return () => {
      removeEventListener('dragover', over);
      removeEventListener('dragleave', leave);
      removeEventListener('drop', drop);
    };
  }, []);
  return dropping;
}
