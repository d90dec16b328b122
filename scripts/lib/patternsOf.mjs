import { readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parse } from 'acorn';
import { build, transform } from 'esbuild';
import { asModule } from './asModule.mjs';
import { inRoot, ROOT } from './paths.mjs';
import { filesUnder } from './testFiles.mjs';

const BUNDLE = inRoot('out/patterns.mjs');

/**
 * A regular expression of the product.
 * @typedef {{ readonly at: string, readonly source: string, readonly flags: string }} Pattern
 */

/** Nodes of a syntax tree, in text order. */
function* nodesIn(node) {
  if (typeof node?.type === 'string') yield node;
  for (const child of Object.values(node ?? {})) {
    if (child !== null && typeof child === 'object') yield* nodesIn(child);
  }
}

/** JavaScript of a module with its tree, and where a node stands in the file it was written in. */
const parsed = async (file) => {
  const { code, map } = await transform(readFileSync(file, 'utf8'), {
    loader: 'ts',
    target: 'es2023',
    sourcemap: 'external',
    sourcefile: file,
  });
  const tree = parse(code, { ecmaVersion: 'latest', sourceType: 'module', locations: true });
  const lines = new SourceMap(JSON.parse(map));
  const placeOf = ({ loc: { start } }) =>
    `${path.relative(ROOT, file)}:${lines.findEntry(start.line - 1, start.column).originalLine + 1}`;
  return { code, nodes: [...nodesIn(tree)], placeOf };
};

const isComposed = ({ type, callee }) =>
  (type === 'NewExpression' || type === 'CallExpression') && callee.name === 'RegExp';

/** The code with every `RegExp(…)` telling `composed` where it stands and what it made. */
const listening = ({ code, nodes, placeOf }) =>
  nodes.filter(isComposed).reduceRight((text, node) => {
    const { start, end } = node.callee;
    return `${text.slice(0, start)}(globalThis.composed(${JSON.stringify(placeOf(node))}))${text.slice(end)}`;
  }, code);

/** Patterns that modules compose when they are loaded, by the place that composes them. */
const composedBy = async (modules) => {
  await build({
    ...asModule,
    treeShaking: false,
    stdin: {
      contents: [...modules.keys()].map((file) => `import ${JSON.stringify(file)};`).join('\n'),
      resolveDir: ROOT,
    },
    outfile: BUNDLE,
    plugins: [
      {
        name: 'listening',
        setup: (bundle) =>
          bundle.onLoad({ filter: /\.ts$/ }, ({ path: file }) =>
            modules.has(file) ? { contents: listening(modules.get(file)), loader: 'js' } : undefined,
          ),
      },
    ],
  });
  const found = [];
  globalThis.composed = (at) =>
    function Composed(source, flags) {
      const pattern = new RegExp(source, flags);
      found.push({ at, source: pattern.source, flags: pattern.flags });
      return pattern;
    };
  await import(pathToFileURL(BUNDLE).href);
  delete globalThis.composed;
  return found;
};

/**
 * Every regular expression below a folder: the literals, and what is composed while modules are loaded. `unseen` are
 * the places that compose one later, which nobody can check.
 * @returns {Promise<{ patterns: readonly Pattern[], unseen: readonly string[] }>}
 */
export async function patternsIn(folder) {
  const patterns = [];
  const composing = new Map();
  const sites = [];
  for (const file of filesUnder(inRoot(folder), '.ts').filter((name) => !name.includes('generated'))) {
    const module = await parsed(file);
    for (const node of module.nodes) {
      const { pattern: source, flags } = node.regex ?? {};
      if (source !== undefined) patterns.push({ at: module.placeOf(node), source, flags });
    }
    const composed = module.nodes.filter(isComposed);
    if (composed.length > 0) composing.set(file, module);
    sites.push(...composed.map(module.placeOf));
  }
  const composed = await composedBy(composing);
  const seen = new Set(composed.map(({ at }) => at));
  return { patterns: [...patterns, ...composed], unseen: sites.filter((site) => !seen.has(site)) };
}
