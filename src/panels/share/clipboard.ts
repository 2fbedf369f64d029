/** Copies a text and returns whether the browser allowed it. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/**
 * Copies a text that is still being made, and returns whether the browser allowed it. Some browsers allow copying only
 * while they handle the click, so they get the promise itself. Rejects if the promise rejects.
 */
export async function copyLater(text: Promise<string>): Promise<boolean> {
  if (typeof ClipboardItem === 'undefined' || !navigator.clipboard?.write) return copyText(await text);
  const blob = text.then(made => new Blob([made], { type: 'text/plain' }));
  const written = navigator.clipboard.write([new ClipboardItem({ 'text/plain': blob })]).then(
    () => true,
    () => false,
  );
  await text;
  return written;
}

export function saveFile(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  // The browser reads the file at an unknown time after the click, so the address stays valid for a minute.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
