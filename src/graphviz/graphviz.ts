import { Graphviz } from '@hpcc-js/wasm-graphviz';

/**
 * What graphviz makes of a graph in DOT: positions, or a picture. Undefined when it gives up (its stack is small);
 * anything it has against the DOT is our mistake, and is thrown. Deterministic. Loading takes some 80 ms, so this
 * module is a bundle of its own.
 *
 * Clusters, which only pictures have, leave its memory broken for later calls, and so does giving up
 * (github.com/hpcc-systems/hpcc-js-wasm, issue 389): the next call gets a new instance then. A large graph can do so too
 * and say nothing: who gives up on an instance that was used before tries once more with a new one.
 */
export const draw = async (dot: string, format: 'json' | 'svg'): Promise<string | undefined> => {
  const wasUsed = isUsed;
  const graphviz = await Graphviz.load();
  isUsed = true;
  try {
    const drawn = graphviz.layout(dot, format, 'dot');
    if (format === 'svg') unload();
    return drawn;
  } catch (error) {
    unload();
    if (!(error instanceof Error && GAVE_UP.test(error.message))) throw error;
    return wasUsed ? draw(dot, format) : undefined;
  }
};

/** Whether the instance that is loaded has drawn before. */
let isUsed = false;

const unload = (): void => {
  Graphviz.unload();
  isUsed = false;
};

const GAVE_UP = /call stack|memory access|table index|signature mismatch/i;
