// `npm run corpus -- FOLDER`: compares the engine with hand-checked facts about real documents (FOLDER/expected.json).
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { generate } from './generate.mjs';
import { asModule } from './lib/asModule.mjs';

const folder = process.argv[2];
if (folder === undefined || !existsSync(path.join(folder, 'expected.json'))) {
  console.log(
    `SKIPPED: there is no corpus ${folder === undefined ? '(name its folder)' : `in ${folder}`}. Nothing was compared.`,
  );
  process.exit(folder === undefined ? 2 : 0);
}
await generate();
await build({
  ...asModule,
  entryPoints: ['test/corpus/compare.ts'],
  outfile: 'out/corpus.mjs',
});
process.exit(spawnSync(process.execPath, ['out/corpus.mjs', folder], { stdio: 'inherit' }).status ?? 1);
