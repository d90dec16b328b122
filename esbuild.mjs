// Bundles every entry point into dist/, beside what is no code. `--watch` rebuilds on change, `--production` minifies.
import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, resolve } from 'node:path';
import { context } from 'esbuild';
import { generate } from './scripts/generate.mjs';
import { noticesFor } from './scripts/lib/notices.mjs';

const watch = process.argv.includes('--watch');
const minify = process.argv.includes('--production');

/** @type {import('esbuild').BuildOptions} */
const common = {
  bundle: true,
  minify,
  sourcemap: minify ? false : 'linked',
  target: 'es2023',
  logLevel: 'warning',
  // jsonc-parser's `main` is a UMD build that bundles to crashing stubs
  mainFields: ['module', 'main'],
  // dist/notices.txt has them all
  legalComments: 'none',
  metafile: true,
};
/**
 * Large libraries that only some work needs, and what is used of them: Markdown for creating documents, YAML for PRP
 * files, processes for git. They stay files of their own, which are read by the first call of one of these functions,
 * whoever imports it.
 */
const FIRST_CALL = {
  './markdown.js': ['parseMarkdown', 'sourceOf', 'listItems'],
  './yaml.js': ['parseDocument'],
  'node:child_process': ['spawn'],
};
const firstCall = (path) => ({ path, namespace: 'first-call' });
const external = (path) => ({ path, external: true });
/**
 * What the command line and the extension do not read before they need it; the protocol is for the language server.
 * @type {import('esbuild').Plugin}
 */
const parts = {
  name: 'parts',
  setup: (build) => {
    build.onResolve({ filter: /^yaml$/ }, () => firstCall('./yaml.js'));
    build.onResolve({ filter: /^node:child_process$/ }, ({ path, namespace }) =>
      namespace === 'first-call' ? external(path) : firstCall(path),
    );
    build.onResolve({ filter: /\/markdown\/markdown$/ }, () => firstCall('./markdown.js'));
    build.onResolve({ filter: /^\.{1,2}\// }, ({ kind, path, resolveDir }) => {
      const bundle = kind === 'dynamic-import' && loadedLate.get(`${resolve(resolveDir, path)}.ts`);
      return bundle ? external(`./${basename(bundle)}`) : undefined;
    });
    build.onResolve({ filter: /\/graphviz\/graphviz$/ }, () => external('./graphviz.js'));
    build.onResolve({ filter: /\/raster\/raster$/ }, () => external('./raster.js'));
    build.onResolve({ filter: /./, namespace: 'first-call' }, ({ path }) => external(path));
    build.onLoad({ filter: /./, namespace: 'first-call' }, ({ path }) => ({
      contents: FIRST_CALL[path]
        .map((name) => `export const ${name} = (...args) => require('${path}').${name}(...args);`)
        .join('\n'),
    }));
  },
};
/**
 * Tells `main.ts` which commands `look.js` has, which is built before.
 * @type {import('esbuild').Plugin}
 */
const lookingNames = {
  name: 'looking-names',
  setup: ({ initialOptions }) => {
    const { names } = createRequire(import.meta.url)('./dist/look.js');
    initialOptions.define = { LOOKING: JSON.stringify(names) };
  },
};
/** @type {import('esbuild').BuildOptions} */
const node = { ...common, platform: 'node', format: 'cjs', external: ['vscode'] };
/**
 * `import()` becomes `require`, which spares short processes the loader of ES modules.
 * @type {import('esbuild').BuildOptions}
 */
const commandLine = { ...node, plugins: [parts], supported: { 'dynamic-import': false } };

/** What each bundle is for: docs/architecture.md, "Bundles". */
const bundles = [
  // './runtime.js' and './runs.js' stay separate files, so that activation does not load them
  {
    ...node,
    entryPoints: ['src/extension/extension.ts'],
    outfile: 'dist/extension.js',
    external: ['vscode', './runtime.js', './runs.js'],
  },
  { ...node, entryPoints: ['src/extension/runtime.ts'], outfile: 'dist/runtime.js', plugins: [parts] },
  { ...node, entryPoints: ['src/extension/runs.ts'], outfile: 'dist/runs.js', plugins: [parts] },
  { ...node, entryPoints: ['src/engine/document/markdown/markdown.ts'], outfile: 'dist/markdown.js' },
  { ...node, entryPoints: ['yaml'], outfile: 'dist/yaml.js' },
  {
    ...node,
    entryPoints: ['src/extension/graph/layout/layoutThread.ts'],
    outfile: 'dist/layout.js',
    plugins: [parts],
  },
  { ...node, entryPoints: ['src/graphviz/graphviz.ts'], outfile: 'dist/graphviz.js' },
  { ...node, entryPoints: ['src/raster/raster.ts'], outfile: 'dist/raster.js' },
  { ...commandLine, entryPoints: ['src/cli/look.ts'], outfile: 'dist/look.js' },
  {
    ...commandLine,
    entryPoints: ['src/cli/main.ts'],
    outfile: 'dist/cli.js',
    plugins: [parts, lookingNames],
    banner: { js: '#!/usr/bin/env node' },
  },
  { ...commandLine, entryPoints: ['src/cli/commands.ts'], outfile: 'dist/commands.js' },
  { ...commandLine, entryPoints: ['src/cli/graph/graphFile.ts'], outfile: 'dist/graphFile.js' },
  { ...commandLine, entryPoints: ['src/cli/running.ts'], outfile: 'dist/running.js' },
  { ...node, entryPoints: ['src/node/run/demoAgent.ts'], outfile: 'dist/demoAgent.js' },
  { ...node, entryPoints: ['src/cli/lsp.ts'], outfile: 'dist/lsp.js', plugins: [parts] },
  {
    ...common,
    platform: 'browser',
    format: 'cjs',
    external: ['vscode'],
    entryPoints: ['src/extension/extension.web.ts'],
    outfile: 'dist/web/extension.js',
    mainFields: ['browser', 'module', 'main'],
    // the extension host of a browser is a worker: what packages build for pages needs a document
    conditions: ['worker', 'module'],
  },
  {
    ...common,
    platform: 'browser',
    format: 'iife',
    entryPoints: ['src/webview/graph.ts'],
    outfile: 'dist/webview/graph.js',
  },
  {
    ...common,
    platform: 'browser',
    format: 'iife',
    entryPoints: ['src/webview/dashboard.ts'],
    outfile: 'dist/webview/dashboard.js',
  },
];

/** The bundles of the command line that another one loads, by their entry. */
const loadedLate = new Map(
  bundles
    .map(({ entryPoints: [entry], outfile }) => [resolve(entry), outfile])
    .filter(([entry]) => entry.startsWith(resolve('src/cli'))),
);

/** What draws pictures: files that only the first picture reads. */
const copies = {
  'resvg.wasm': '@resvg/resvg-wasm/index_bg.wasm',
  'arimo.ttf': '@expo-google-fonts/arimo/400Regular/Arimo_400Regular.ttf',
  'arimo.license.txt': '@expo-google-fonts/arimo/LICENSE_FONT',
};

await generate();
await mkdir('dist', { recursive: true });
for (const [name, source] of Object.entries(copies)) await copyFile(`node_modules/${source}`, `dist/${name}`);
const shipped = new Set(Object.values(copies).map((source) => `node_modules/${source}`));
for (const options of bundles) {
  const build = await context(options);
  if (watch) {
    await build.rebuild();
    await build.watch();
  } else {
    const { metafile } = await build.rebuild();
    for (const file of Object.keys(metafile.inputs)) shipped.add(file);
    await build.dispose();
  }
}
if (!watch) await writeFile('dist/notices.txt', noticesFor(shipped));
