// Bundles test/run into out/run and runs it with mocha: what runs plans, with real processes and a real git
// (`npm run test:run -- -g worktree`). Arguments go to mocha.
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
  const mocha = inRoot('scripts/lib/mochaCommand.mjs');
  process.exitCode = await node(mocha, ['--jobs', '2', ...process.argv.slice(2), ...files]);
});
