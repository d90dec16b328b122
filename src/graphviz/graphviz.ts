import { Graphviz } from '@hpcc-js/wasm-graphviz';

/**
 * What graphviz makes of a graph in DOT: positions, or a picture. Undefined when it gives up (its stack is small);
 * anything it has against the DOT is our mistake, and is thrown. Deterministic. Loading takes some 80 ms, so this
 * module is a bundle of its own.
 *
 * Clusters, which only pictures have, leave its memory broken for later calls, and so does giving up
 * (github.com/hpcc-systems/hpcc-js-wasm, issue 389): the next call gets a new instance then.
 */
export const draw = async (dot: string, format: 'json' | 'svg'): Promise<string | undefined> => {
  const graphviz = await Graphviz.load();
  try {
    const drawn = graphviz.layout(dot, format, 'dot');
    if (format === 'svg') Graphviz.unload();
    return drawn;
  } catch (error) {
    Graphviz.unload();
    if (error instanceof Error && GAVE_UP.test(error.message)) return undefined;
    throw error;
  }
};

const GAVE_UP = /call stack|memory access|table index|signature mismatch/i;
