// `npm run pictures` takes the pictures of docs/user-guide.md anew, from the tests that walk through it.
import { copyFileSync, readFileSync } from 'node:fs';
import { inRoot, ROOT } from './lib/paths.mjs';
import { Problem, runMain } from './lib/problem.mjs';
import { node } from './lib/processes.mjs';

async function main() {
  const tests = ['-g', 'user guide|dependency cycle'];
  if ((await node(inRoot('scripts/ui.mjs'), tests, { cwd: ROOT })) !== 0) throw new Problem('A test failed.');
  const guide = readFileSync(inRoot('docs/user-guide.md'), 'utf8');
  for (const [, name] of guide.matchAll(/\]\(images\/([\w-]+\.png)\)/g)) {
    copyFileSync(inRoot('test/ui/screenshots', name), inRoot('docs/images', name));
    console.log(`docs/images/${name}`);
  }
}

await runMain(main);
