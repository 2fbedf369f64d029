/** The progress of loading, in bytes, or of an export, in activities. `total` is null if it is unknown. */
export interface Progress {
  done: number;
  total: number | null;
}
