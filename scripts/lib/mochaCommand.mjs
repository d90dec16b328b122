// Runs compiled test files with mocha: `node mochaCommand.mjs [-g pattern] [--jobs N] [--results file] FILE…`.
import { statSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import Mocha from 'mocha';
import { writeTotals } from './results.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    grep: { type: 'string', short: 'g' },
    bail: { type: 'boolean', short: 'b', default: false },
    timeout: { type: 'string', default: '60000' },
    jobs: { type: 'string', default: '1' },
    results: { type: 'string' },
  },
});

/** Files that run at the same time, each in a process of its own. */
const jobs = Number(values.jobs);

const mocha = new Mocha({
  parallel: jobs > 1,
  jobs,
  reporter: 'spec',
  timeout: Number(values.timeout),
  bail: values.bail,
  forbidOnly: values.results !== undefined,
});
if (values.grep !== undefined) mocha.grep(values.grep);
/** The largest first where several run at the same time, so that none of those that take longest goes on alone. */
const inOrder = (files) =>
  jobs > 1 ? files.sort((one, other) => statSync(other).size - statSync(one).size) : files;
for (const file of inOrder(positionals)) mocha.addFile(path.resolve(file));
if (jobs === 1) await mocha.loadFilesAsync();

const runner = mocha.run((failures) => {
  if (values.results !== undefined) {
    const { passes, pending } = runner.stats;
    writeTotals(values.results, { passed: passes, failed: failures, skipped: pending });
  }
  process.exit(failures === 0 ? 0 : 1);
});
