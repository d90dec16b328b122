// Bundles every entry point into dist/. `--watch` rebuilds on change, `--production` minifies.
import { context } from 'esbuild';
import { generate } from './scripts/generate.mjs';

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
  legalComments: 'none',
};
/**
 * Large libraries that only some work needs (Markdown for creating documents, YAML for PRP files, the protocol for
 * the language server) stay files of their own, so that neither the command line nor the extension reads them before.
 * @type {import('esbuild').Plugin}
 */
const parts = {
  name: 'parts',
  setup: (build) => {
    build.onResolve({ filter: /^yaml$/ }, () => ({ path: './yaml.js', external: true }));
    build.onResolve({ filter: /^\.\/markdown$/ }, ({ importer }) =>
      /engine[\\/]document/.test(importer) ? { path: './markdown.js', external: true } : undefined,
    );
    build.onResolve({ filter: /^\.\/lsp$/ }, ({ importer }) =>
      /src[\\/]cli/.test(importer) ? { path: './lsp.js', external: true } : undefined,
    );
  },
};
/** @type {import('esbuild').BuildOptions} */
const node = { ...common, platform: 'node', format: 'cjs', external: ['vscode'] };

/** What each bundle is for: docs/architecture.md, "Bundles". */
const bundles = [
  // './runtime.js' and './layout.js' stay separate files, so that activation loads neither
  {
    ...node,
    entryPoints: ['src/extension/extension.ts'],
    outfile: 'dist/extension.js',
    external: ['vscode', './runtime.js', './layout.js'],
  },
  { ...node, entryPoints: ['src/extension/runtime.ts'], outfile: 'dist/runtime.js', plugins: [parts] },
  { ...node, entryPoints: ['src/engine/document/markdown.ts'], outfile: 'dist/markdown.js' },
  { ...node, entryPoints: ['yaml'], outfile: 'dist/yaml.js' },
  { ...node, entryPoints: ['src/extension/layout.ts'], outfile: 'dist/layout.js' },
  {
    ...node,
    entryPoints: ['src/cli/main.ts'],
    outfile: 'dist/cli.js',
    banner: { js: '#!/usr/bin/env node' },
    plugins: [parts],
  },
  { ...node, entryPoints: ['src/cli/lsp.ts'], outfile: 'dist/lsp.js', plugins: [parts] },
  {
    ...common,
    platform: 'browser',
    format: 'cjs',
    external: ['vscode'],
    entryPoints: ['src/extension/extension.web.ts'],
    outfile: 'dist/web/extension.js',
    mainFields: ['browser', 'module', 'main'],
  },
  {
    ...common,
    platform: 'browser',
    format: 'iife',
    entryPoints: ['src/webview/graph.ts'],
    outfile: 'dist/webview/graph.js',
  },
];

await generate();
for (const options of bundles) {
  const build = await context(options);
  if (watch) await build.watch();
  else {
    await build.rebuild();
    await build.dispose();
  }
}
