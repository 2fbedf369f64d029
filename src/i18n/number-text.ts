/** Writes a number of the dataset without rounding it. */
export function numberText(value: number, language: string): string {
  return value.toLocaleString(language, { maximumFractionDigits: 20 });
}
