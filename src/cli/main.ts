import { setFlagsFromString } from 'node:v8';

/** The commands in the bundle of `look.ts`, by their names; the build asks it for them. */
declare const LOOKING: readonly string[];

const args = process.argv.slice(2);
const [command = ''] = args;

// A command is over before optimised code pays: compiling it cost a fifth of the CPU time of `check` (bench row 8).
// The language server stays, and a forecast plays thousands of schedules through.
const isServing = command === 'lsp';
if (!isServing && command !== 'schedule') setFlagsFromString('--no-opt');
// Nor is the code of a pattern worth its making before the pattern was tried hundreds of times: of the hundreds that are
// read with, most are tried on a few lines. Those that search long texts are compiled at once all the same.
if (!isServing) setFlagsFromString('--regexp-tier-up-ticks=500');
// A runner waits for its executors for hours: what it holds meanwhile counts for more than its speed. A third of its own
// memory is what V8 keeps to be quick (bench row 15).
if (['run', 'resume', 'retry'].includes(command)) setFlagsFromString('--optimize-for-size');

const start = async (): Promise<void> => {
  const { main } = await (LOOKING.includes(command) ? import('./look') : import('./commands'));
  process.exitCode = await main(args);
  if (!isServing) exitWhenWritten();
};

/** What waits for the end of a process is a last collection of garbage, as dear as ten rules (bench row 8). */
const exitWhenWritten = (): void => {
  process.stdout.write('', () => process.stderr.write('', () => process.exit()));
};

void start();
