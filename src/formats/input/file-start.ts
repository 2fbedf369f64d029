import { encodingOf } from './encoding';

export interface FileStart {
  readonly bytes: Uint8Array;
  /** The bytes as text, for recognising forms. Bytes that are neither UTF-8 nor UTF-16 become U+FFFD. */
  readonly text: string;
  /** True if these are all bytes of the file. */
  readonly isWhole: boolean;
}

export function fileStart(bytes: Uint8Array, isWhole: boolean): FileStart {
  let text: string | undefined;
  return {
    bytes,
    isWhole,
    get text() {
      text ??= new TextDecoder(encodingOf(bytes)).decode(bytes, { stream: !isWhole });
      return text;
    },
  };
}
