import { readFileSync } from 'node:fs';
import { type ProcessToStart, startProcess } from '../../../src/node/run/startProcess';

/** A runner that starts what it reads, prints its identity, and waits for its end. */
const main = async (): Promise<void> => {
  const started = await startProcess(JSON.parse(readFileSync(0, 'utf8')) as ProcessToStart);
  if (!started.ok) throw started.error;
  process.stdout.write(`${JSON.stringify(started.value.identity)}\n`);
  await started.value.ended;
};

void main();
