// The extension host calls `run`; the same bundle serves the embedded and the desktop editor.
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Mocha from 'mocha';

/** A test that takes longer hangs, in milliseconds; the machine may have much else to do. */
const TEST_LIMIT_MS = 240_000;

interface TestResult {
  readonly state: 'passed' | 'failed' | 'pending';
  readonly title: string;
  readonly milliseconds: number;
  readonly error?: string;
}

/** Writes the results after every test, so that a run that hangs shows how far it came. */
function recordResults(runner: Mocha.Runner, file: string): void {
  const tests: TestResult[] = [];
  const write = (ended: boolean) => writeFileSync(file, JSON.stringify({ ended, tests }, null, 1));
  const record = (state: TestResult['state']) => (test: Mocha.Runnable, error?: Error) => {
    tests.push({
      state,
      title: test.fullTitle(),
      milliseconds: test.duration ?? 0,
      ...(error ? { error: error.stack ?? String(error) } : {}),
    });
    write(false);
  };
  mkdirSync(path.dirname(file), { recursive: true });
  write(false);
  runner.on('pass', record('passed'));
  runner.on('fail', record('failed'));
  runner.on('pending', record('pending'));
  runner.on('end', () => write(true));
}

/** Runs every test file beside this one; rejects when a test fails. */
export function run(): Promise<void> {
  process.setSourceMapsEnabled(true);
  const mocha = new Mocha({ ui: 'bdd', color: false, timeout: TEST_LIMIT_MS, reporter: 'min' });
  if (process.env.HOST_TEST_GREP) mocha.grep(process.env.HOST_TEST_GREP);
  const files = readdirSync(__dirname, { recursive: true, encoding: 'utf8' });
  for (const file of files.filter((name) => name.endsWith('.test.js')).sort()) {
    mocha.addFile(path.join(__dirname, file));
  }
  return new Promise((resolve, reject) => {
    const runner = mocha.run((failures) => {
      if (failures === 0) resolve();
      else reject(new Error(`${failures} tests failed`));
    });
    if (process.env.HOST_TEST_RESULTS) recordResults(runner, process.env.HOST_TEST_RESULTS);
  });
}
