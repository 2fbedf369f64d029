import type { Plugin } from 'vite';
import createWabt from 'wabt';

/** Assembles `import { bytes } from './x.wat'` into an inlined WebAssembly module. */
export function watPlugin(): Plugin {
  return {
    name: 'chronofacet-wat',
    transform: {
      filter: { id: /\.wat$/ },
      async handler(text, path) {
        const base64 = Buffer.from(await assemble(path, text)).toString('base64');
        return {
          code: `export const bytes = Uint8Array.from(atob('${base64}'), character => character.charCodeAt(0));`,
          map: null,
          moduleType: 'js',
        };
      },
    },
  };
}

async function assemble(path: string, text: string): Promise<Uint8Array> {
  const wabt = await createWabt();
  const module = wabt.parseWat(path, text, { simd: true });
  try {
    module.resolveNames();
    module.validate();
    return module.toBinary({}).buffer;
  } finally {
    module.destroy();
  }
}
