import assert from 'node:assert/strict';
import { isMainThread } from 'node:worker_threads';
import { answerWith, startThread, type Thread } from '../../../src/node/thread';

type Drawing = typeof jobs;

/** What this file does when it runs as the script of a thread, as the extension's scripts do. */
const jobs = {
  draw: async (text: string): Promise<string> => {
    if (text === 'bad') throw new Error('no');
    if (text === 'end') process.exit(3);
    while (text === 'for ever');
    return `drawn: ${text}`;
  },
};

const describeThreads = (): void =>
  void describe('a thread', () => {
    let thread: Thread<Drawing>;
    beforeEach(() => {
      thread = startThread(new URL(import.meta.url));
    });
    afterEach(() => thread.stop());

    it('answers one question after the other', async () => {
      assert.equal(await thread.ask('draw', 'a'), 'drawn: a');
      assert.equal(await thread.ask('draw', 'b'), 'drawn: b');
      assert.equal(thread.isRunning(), true);
    });

    it('goes on after a job that failed', async () => {
      await assert.rejects(thread.ask('draw', 'bad'), /^Error: no$/);
      assert.equal(await thread.ask('draw', 'good'), 'drawn: good');
    });

    it('says so when it is asked for what it cannot do', async () => {
      const other = thread as unknown as Thread<{ readonly paint: (text: string) => Promise<string> }>;
      await assert.rejects(other.ask('paint', 'a'), /no such job: paint/);
      assert.equal(await thread.ask('draw', 'a'), 'drawn: a');
    });

    it('says so when it ends in the middle of a job, and takes no other', async () => {
      await assert.rejects(thread.ask('draw', 'end'), /exit code 3/);
      assert.equal(thread.isRunning(), false);
      await assert.rejects(thread.ask('draw', 'b'), /has ended/);
    });

    it('can be stopped while it works', async () => {
      const answer = thread.ask('draw', 'for ever');
      thread.stop();
      await assert.rejects(answer, /was stopped/);
    });
  });

if (isMainThread) describeThreads();
else answerWith(jobs);
