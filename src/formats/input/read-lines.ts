export interface Line {
  number: number;
  text: string;
  /** Set if the line is longer than allowed. Then `text` is only the beginning of the line. */
  isCut?: true;
}

const LONGEST_LINE = 1 << 26;

/** Splits a text into lines while its pieces arrive. After each piece, yields the lines that are complete. */
export async function* readLines(pieces: AsyncIterable<string>, longest = LONGEST_LINE): AsyncGenerator<Line[], void> {
  let number = 0;
  let rest = '';
  let isCut = false;

  function line(end: string): Line {
    number += 1;
    const text = isCut ? rest : rest + end;
    const finished: Line = isCut ? { number, text, isCut } : { number, text };
    rest = '';
    isCut = false;
    return finished;
  }

  function linesOf(text: string): Line[] {
    const lines: Line[] = [];
    let start = 0;
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
      lines.push(line(text.slice(start, end)));
      start = end + 1;
    }
    if (!isCut) rest += text.slice(start);
    if (rest.length > longest) {
      rest = rest.slice(0, 100);
      isCut = true;
    }
    return lines;
  }

  for await (const piece of pieces) yield linesOf(piece);
  const last = line('');
  if (last.text !== '') yield [last];
}
