declare module '*.wat' {
  /** The assembled module. */
  export const bytes: Uint8Array<ArrayBuffer>;
}
