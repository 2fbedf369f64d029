/** Progress of loading in bytes, or of an export in activities; `total` is null if unknown. */
export interface Progress {
  done: number;
  total: number | null;
}
