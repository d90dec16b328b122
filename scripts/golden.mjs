// `npm run golden`: which fixtures of test/fixtures/rules and test/fixtures/prompts read otherwise than the product
// would have them. `npm run golden -- --update [name]` writes them anew, to be read before they are committed.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { generate } from './generate.mjs';
import { asModule } from './lib/asModule.mjs';
import { GOLDEN_FOLDERS, readGoldenFixtures } from './lib/goldenFixtures.mjs';
import { inRoot, ROOT } from './lib/paths.mjs';
import { runMain } from './lib/problem.mjs';

const BUNDLE = inRoot('out', 'golden.mjs');

async function main() {
  const args = process.argv.slice(2);
  const isUpdate = args.includes('--update');
  const only = args.find((argument) => !argument.startsWith('--'));
  await generate();
  await build({
    ...asModule,
    entryPoints: [inRoot('test', 'support', 'goldens.ts')],
    outfile: BUNDLE,
  });
  const { renderGolden } = await import(pathToFileURL(BUNDLE).href);
  const fixtures = GOLDEN_FOLDERS.flatMap((folder) =>
    readGoldenFixtures(folder).map((fixture) => ({ folder, ...fixture })),
  );
  for (const { folder, file, name, text } of fixtures) {
    const [first] = name.split('/');
    if (only !== undefined && first !== only) continue;
    const wanted = await renderGolden[folder](text, first);
    if (wanted === text) continue;
    if (isUpdate) writeFileSync(file, wanted);
    else process.exitCode = 1;
    console.log(`${isUpdate ? 'written' : 'differs'}: ${path.relative(ROOT, file)}`);
  }
}

await runMain(main);
