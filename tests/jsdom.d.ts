declare module 'jsdom' {
  /** A page without a browser, whose `DOMParser` reads XML strictly. */
  export class JSDOM {
    constructor(html: string);
    readonly window: Pick<typeof globalThis, 'DOMParser'>;
  }
}
