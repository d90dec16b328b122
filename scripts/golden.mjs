// `npm run golden`: which fixtures of test/fixtures/rules read otherwise than the rules would have them.
// `npm run golden -- --update [code]` writes them anew, to be read before they are committed.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { generate } from './generate.mjs';
import { readGoldenFixtures } from './lib/goldenFixtures.mjs';
import { inRoot, ROOT } from './lib/paths.mjs';
import { runMain } from './lib/problem.mjs';

const BUNDLE = inRoot('out', 'golden.mjs');

async function main() {
  const args = process.argv.slice(2);
  const isUpdate = args.includes('--update');
  const only = args.find((argument) => !argument.startsWith('--'));
  await generate();
  await build({
    entryPoints: [inRoot('test', 'support', 'golden.ts')],
    outfile: BUNDLE,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    mainFields: ['module', 'main'],
    banner: {
      js: "import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);",
    },
    logLevel: 'warning',
  });
  const { parseGolden, renderGolden } = await import(pathToFileURL(BUNDLE).href);
  for (const { file, name, text } of readGoldenFixtures()) {
    const [code] = name.split('/');
    if (only !== undefined && code !== only) continue;
    const wanted = await renderGolden(code, parseGolden(text));
    if (wanted === text) continue;
    if (isUpdate) writeFileSync(file, wanted);
    else process.exitCode = 1;
    console.log(`${isUpdate ? 'written' : 'differs'}: ${path.relative(ROOT, file)}`);
  }
}

await runMain(main);
