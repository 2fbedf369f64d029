declare module '@citation-js/core' {
  export class Cite {
    constructor(text: string, options?: { forceType: string });
    data: Record<string, unknown>[];
  }
}
