/** What stands on a row: shapes, labels, and leaders filterSets through. */
class Row {
  private readonly from: number[] = [];
  private readonly to: number[] = [];
  private readonly isLeader: boolean[] = [];
  private kept = 0;

  isFree(from: number, to: number): boolean {
    for (let i = 0; i < this.from.length; i += 1) {
      if (to > (this.from[i] as number) && from < (this.to[i] as number)) return false;
    }
    return true;
  }

  /** A leader may pass beside another one, but through no label. */
  lets(x: number): boolean {
    for (let i = 0; i < this.from.length; i += 1) {
      if (!this.isLeader[i] && x > (this.from[i] as number) - 2 && x < (this.to[i] as number) + 2) return false;
    }
    return true;
  }

  take(from: number, to: number, isLeader = false): void {
    this.from.push(from);
    this.to.push(to);
    this.isLeader.push(isLeader);
  }

  get isUsed(): boolean {
    return this.from.length > 0;
  }

  /** What stands here now is what `rewind` comes back to. */
  keep(): void {
    this.kept = this.from.length;
  }

  rewind(): void {
    this.from.length = this.kept;
    this.to.length = this.kept;
    this.isLeader.length = this.kept;
  }
}

/** The rows of a lane, as many as are asked for. */
export class Rows {
  private readonly rows: Row[] = [];

  at(index: number): Row {
    while (this.rows.length <= index) this.rows.push(new Row());
    return this.rows[index] as Row;
  }

  /** How many rows there are down to the last used one, at least one. */
  get used(): number {
    const last = this.rows.findLastIndex(row => row.isUsed);
    return Math.max(1, last + 1);
  }

  keep(): void {
    for (const row of this.rows) row.keep();
  }

  rewind(): void {
    for (const row of this.rows) row.rewind();
  }
}
