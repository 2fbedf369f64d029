/** Writes a number of the data with all its digits. */
export function numberText(value: number, language: string): string {
  return value.toLocaleString(language, { maximumFractionDigits: 20 });
}
