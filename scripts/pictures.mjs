// `npm run pictures` takes the pictures of README.md and the documents in docs anew, from the tests that show them.
import { copyFileSync, readFileSync } from 'node:fs';
import { inRoot, ROOT } from './lib/paths.mjs';
import { Problem, runMain } from './lib/problem.mjs';
import { node } from './lib/processes.mjs';

async function main() {
  const tests = [
    '--screenshots',
    '-g',
    'user guide|dependency cycle|dependency graph in the workbench opens from|a plan is run|a run outlives|a run that is watched',
  ];
  if ((await node(inRoot('scripts/ui.mjs'), tests, { cwd: ROOT })) !== 0) throw new Problem('A test failed.');
  const documents = ['README.md', 'docs/user-guide.md', 'docs/running.md'].map((name) =>
    readFileSync(inRoot(name), 'utf8'),
  );
  for (const [, name] of documents.join('\n').matchAll(/\]\((?:docs\/)?images\/([\w-]+\.png)\)/g)) {
    copyFileSync(inRoot('test/ui/screenshots', name), inRoot('docs/images', name));
    console.log(`docs/images/${name}`);
  }
}

await runMain(main);
