// Bundles test/unit into out/unit and runs it with mocha; arguments go to mocha (`npm run unit -- -g cycles`).
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { build } from 'esbuild';
import { generate } from './generate.mjs';

const unitTests = () =>
  readdirSync('test/unit', { recursive: true })
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => `test/unit/${name}`);

export async function buildUnit(outdir = 'out/unit') {
  await generate();
  await rm(outdir, { recursive: true, force: true });
  await build({
    entryPoints: unitTests(),
    outdir,
    outbase: 'test/unit',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    sourcemap: 'linked',
    mainFields: ['module', 'main'],
    outExtension: { '.js': '.mjs' },
    banner: {
      js: "import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);",
    },
    logLevel: 'warning',
  });
}

if (process.argv[1]?.endsWith('unit.mjs')) {
  await buildUnit();
  const { status } = spawnSync(
    process.execPath,
    [
      '--enable-source-maps',
      'node_modules/mocha/bin/mocha.js',
      '--recursive',
      'out/unit/**/*.test.mjs',
      ...process.argv.slice(2),
    ],
    { stdio: 'inherit' },
  );
  process.exit(status ?? 1);
}
