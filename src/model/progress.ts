/** How far an opening has come, in bytes; `total` where it is known. */
export interface Progress {
  done: number;
  total: number | null;
}
