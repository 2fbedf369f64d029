declare module '*.wat' {
  /** The module that the text assembles to. */
  export const bytes: Uint8Array<ArrayBuffer>;
}
