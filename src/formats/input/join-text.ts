import { OpenFailure } from '../../model/problem';

/** The maximum length of a text in characters. Some browsers can't store longer strings. */
const LONGEST_TEXT = 500_000_000;

/** Joins the pieces of a text. Throws `OpenFailure` if the text is too long for one string. */
export async function joinText(pieces: AsyncIterable<string>): Promise<string> {
  const read: string[] = [];
  let length = 0;
  for await (const piece of pieces) {
    length += piece.length;
    if (length > LONGEST_TEXT) throw new OpenFailure('tooLarge', String(LONGEST_TEXT / 1_000_000));
    read.push(piece);
  }
  return read.join('');
}
