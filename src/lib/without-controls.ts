/** Removes control characters other than tabs and line ends, which most file formats forbid. */
export function withoutControls(text: string): string {
  return text.replace(/[^\P{Cc}\t\n\r]/gu, '');
}
