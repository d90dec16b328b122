import { takeLock } from '../../../src/node/run/lock';

/** Takes the lock that it is told, once standard input says so; prints the nonce or the reason, and then waits. */
const main = async (): Promise<void> => {
  const [path = '', run = ''] = process.argv.slice(2);
  process.stdin.once('data', async () => {
    const taken = await takeLock(path, { run, version: '0' });
    process.stdout.write(taken.ok ? `took ${taken.value.holder.nonce}\n` : `no: ${taken.error.message}\n`);
  });
  process.stdout.write('ready\n');
};

void main();
