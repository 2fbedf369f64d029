type Kind = 'shape' | 'label' | 'leader';

/** The occupied intervals of a row, in pixels: shapes, labels, and leaders that pass through. */
class Row {
  private readonly from: number[] = [];
  private readonly to: number[] = [];
  private readonly kind: Kind[] = [];
  private kept = 0;

  isFree(from: number, to: number): boolean {
    for (let i = 0; i < this.from.length; i += 1) {
      if (to > (this.from[i] as number) && from < (this.to[i] as number)) return false;
    }
    return true;
  }

  /** Returns whether no shape is between `from` and `to`, apart from those for which `isForeign` is false. */
  hasNoShape(from: number, to: number, isForeign: (left: number, right: number) => boolean): boolean {
    for (let i = 0; i < this.from.length; i += 1) {
      const [left, right] = [this.from[i] as number, this.to[i] as number];
      if (this.kind[i] === 'shape' && to > left && from < right && isForeign(left, right)) return false;
    }
    return true;
  }

  /** Returns whether a leader may pass at `x`. It may be close to another leader, but not to a label or shape. */
  allowsLeaderAt(x: number): boolean {
    for (let i = 0; i < this.from.length; i += 1) {
      if (this.kind[i] !== 'leader' && x > (this.from[i] as number) - 2 && x < (this.to[i] as number) + 2) return false;
    }
    return true;
  }

  take(from: number, to: number, kind: Kind): void {
    this.from.push(from);
    this.to.push(to);
    this.kind.push(kind);
  }

  get isUsed(): boolean {
    return this.from.length > 0;
  }

  /** Remembers the present intervals. `rewind` removes all later ones. */
  keep(): void {
    this.kept = this.from.length;
  }

  rewind(): void {
    this.from.length = this.kept;
    this.to.length = this.kept;
    this.kind.length = this.kept;
  }
}

/** The rows of a lane. `at` creates a row that does not exist yet. */
export class Rows {
  private readonly rows: Row[] = [];

  at(index: number): Row {
    while (this.rows.length <= index) this.rows.push(new Row());
    return this.rows[index] as Row;
  }

  /** The number of rows down to the last used row; at least one. */
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
