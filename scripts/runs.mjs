// Bundles test/run into out/run and runs it with mocha: what runs plans, with real processes and a real git
// (`npm run test:run -- -g worktree`). `--acceptance` takes the tests of whole runs alone, which need the built command
// line, `--parts` all others; other arguments go to mocha.
import { generate } from './generate.mjs';
import { bundleTests } from './lib/bundleTests.mjs';
import { inRoot, ROOT } from './lib/paths.mjs';
import { runMain } from './lib/problem.mjs';
import { node, stopOnSignals } from './lib/processes.mjs';
import { filesUnder } from './lib/testFiles.mjs';

stopOnSignals(130);
await runMain(async () => {
  process.chdir(ROOT);
  await generate();
  const files = await bundleTests({
    from: 'test/run',
    to: 'out/run',
    programs: filesUnder('test/run/programs', '.ts'),
  });
  const args = process.argv.slice(2);
  const isChosen = (file) => {
    const isWhole = /\b(?:acceptance|commands)\b/.test(file);
    return !args.includes(isWhole ? '--parts' : '--acceptance');
  };
  const forMocha = args.filter((argument) => argument !== '--parts' && argument !== '--acceptance');
  const mocha = inRoot('scripts/lib/mochaCommand.mjs');
  // whole runs wait for their agents and for time to pass more than they work
  const jobs = args.includes('--acceptance') ? '3' : '2';
  process.exitCode = await node(mocha, ['--jobs', jobs, ...forMocha, ...files.filter(isChosen)]);
});
