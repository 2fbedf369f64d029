import { growable } from '../../lib/growable';

export interface Combination {
  /** One text for each column. '' if the row or the table lacks the column. */
  texts: readonly string[];
  /** The number of rows with these texts. */
  count: number;
}

/** Collects the different combinations of texts that rows have in some columns. */
export interface Combinations {
  add(cells: readonly string[]): void;
  /** The different combinations, in the order in which they first occur. */
  list: readonly Combination[];
  /** Returns the index of the combination of each row that was added. */
  ofRows(): Uint32Array;
}

/**
 * Creates a collector for combinations of texts. Most rows repeat a combination, so reading each combination once saves
 * time.
 */
export function createCombinations(columns: readonly number[]): Combinations {
  const steps = columns.map((_, i) => (i === 0 ? createFirstStep() : createStep()));
  const list: { texts: readonly string[]; count: number }[] = [];
  const indexes = growable(length => new Uint32Array(length));
  return {
    add(cells) {
      let index = 0;
      for (let i = 0; i < steps.length; i += 1) index = steps[i]?.(index, cells[columns[i] ?? 0] ?? '') ?? 0;
      const known = list[index];
      if (known) known.count += 1;
      else list.push({ texts: columns.map(column => cells[column] ?? ''), count: 1 });
      indexes.push(index);
    },
    list,
    ofRows: indexes.view,
  };
}

type Step = (before: number, text: string) => number;

function createFirstStep(): Step {
  const numbers = new Map<string, number>();
  return (_, text) => {
    let number = numbers.get(text);
    if (number === undefined) {
      number = numbers.size;
      numbers.set(text, number);
    }
    return number;
  };
}

/** Numbers combinations up to one column, from the number before this column and the text in it. */
function createStep(): Step {
  // The text of one column mostly determines the text of the next. So the first text that followed is compared before
  // others are looked up.
  const firstTexts: string[] = [];
  const firstNumbers: number[] = [];
  const others = new Map<string, Map<number, number>>();
  let count = 0;
  return (before, text) => {
    if (firstTexts.length <= before) {
      firstTexts.push(text);
      firstNumbers.push(count);
      count += 1;
      return count - 1;
    }
    if (firstTexts[before] === text) return firstNumbers[before] ?? 0;
    let numbers = others.get(text);
    if (!numbers) {
      numbers = new Map();
      others.set(text, numbers);
    }
    let number = numbers.get(before);
    if (number === undefined) {
      number = count;
      numbers.set(before, number);
      count += 1;
    }
    return number;
  };
}
