/** Removes control characters, which most file formats forbid. Keeps tabs and line ends. */
export function withoutControls(text: string): string {
  return text.replace(/[^\P{Cc}\t\n\r]/gu, '');
}
