import { useState, type ClipboardEvent, type DragEvent } from 'react';

/** Files that are dropped on the composer or pasted into it. */
export function useFileDrop(onFiles: (files: File[]) => void) {
  const [over, setOver] = useState(false);
  const take = (event: { preventDefault: () => void }, files: File[]) => {
    if (files.length === 0) return;
    event.preventDefault();
    onFiles(files);
  };
  return {
    over,
    onPaste: (event: ClipboardEvent) => take(event, pastedFiles({ files: event.clipboardData.files, getData: (type) => event.clipboardData.getData(type) })),
    drop: {
      onDragOver: (event: DragEvent) => {
        if (!event.dataTransfer.types.includes('Files')) return;
        event.preventDefault();
        setOver(true);
      },
      onDragLeave: (event: DragEvent<HTMLElement>) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
      },
      onDrop: (event: DragEvent) => {
        setOver(false);
        take(event, [...event.dataTransfer.files]);
      },
    },
  };
}

/**
 * What is copied from a document or a spreadsheet comes as words and as a picture of them: the words are meant. The words
 * beside copied files are at most their names.
 */
export function pastedFiles({ files, getData }: { files: Iterable<File>; getData: (type: string) => string }): File[] {
  const all = [...files];
  const words = getData('text/plain').trim();
  return words === '' || all.some(({ name }) => words.includes(name)) ? all : [];
}
