import { rm } from 'node:fs/promises';
import { build } from 'esbuild';
import { asModule } from './asModule.mjs';
import { goldenFixtures } from './goldenFixtures.mjs';
import { seededProperties } from './seededProperties.mjs';
import { filesUnder } from './testFiles.mjs';

/**
 * Bundles test files as ES modules that share their common parts.
 * @param {object} options
 * @param {string} options.from folder of the `.test.ts` files
 * @param {string} options.to folder of the bundles; emptied first
 * @param {readonly string[]} [options.external] packages that are not bundled
 * @param {readonly string[]} [options.programs] files that tests start as processes, bundled beside them
 * @param {string} [options.extra] source of one more module, bundled as `stdin.mjs`
 * @returns {Promise<readonly string[]>} the bundled test files
 */
export async function bundleTests({ from, to, external = [], programs = [], extra }) {
  await rm(to, { recursive: true, force: true });
  await build({
    ...asModule,
    entryPoints: [...filesUnder(from, '.test.ts'), ...programs],
    outdir: to,
    outbase: from,
    splitting: true,
    sourcemap: 'linked',
    outExtension: { '.js': '.mjs' },
    external: [...external],
    plugins: [goldenFixtures, seededProperties],
    ...(extra === undefined ? {} : { stdin: { contents: extra, resolveDir: '.', sourcefile: 'extra.ts' } }),
  });
  return filesUnder(to, '.test.mjs');
}

/** Bundles the suite that runs inside the extension host, where modules are CommonJS. */
export async function bundleHostTests({ from, to }) {
  await rm(to, { recursive: true, force: true });
  await build({
    ...asModule,
    entryPoints: [`${from}/index.ts`, ...filesUnder(from, '.test.ts')],
    outdir: to,
    outbase: from,
    format: 'cjs',
    banner: {},
    sourcemap: 'linked',
    external: ['vscode', 'mocha'],
  });
}
