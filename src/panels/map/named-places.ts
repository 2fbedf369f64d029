import type { ActivityRow } from '../../model/answer';

export interface CountryRows {
  /** ISO 3166-1 code; null for places without a country. */
  code: string | null;
  rows: readonly ActivityRow[];
}

/** Groups the activities with a place by country, the largest group first and that without a country last. */
export function byCountry(rows: readonly ActivityRow[]): CountryRows[] {
  const groups = new Map<string | null, ActivityRow[]>();
  for (const row of rows) {
    if (!row.place) continue;
    const code = row.place.country ?? null;
    const group = groups.get(code);
    if (group) group.push(row);
    else groups.set(code, [row]);
  }
  const order = ({ code, rows: own }: CountryRows) => (code === null ? Number.POSITIVE_INFINITY : -own.length);
  return [...groups].map(([code, own]) => ({ code, rows: own })).sort((a, b) => order(a) - order(b));
}
