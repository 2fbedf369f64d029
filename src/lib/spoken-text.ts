/** Words and the BCP 47 language they are in; null when the text does not say. */
export interface SpokenText {
  text: string;
  language: string | null;
}
