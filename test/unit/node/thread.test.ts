import assert from 'node:assert/strict';
import { startThread, type Thread } from '../../../src/node/thread';

/** A thread that answers in the words of {@link answerWith}, from a script without a file. */
const threadOf = (body: string): Thread => {
  const script = `import { parentPort } from 'node:worker_threads';
    parentPort.on('message', ({ job, text }) => { ${body} });`;
  return startThread(new URL(`data:text/javascript,${encodeURIComponent(script)}`));
};

describe('a thread', () => {
  let thread: Thread;
  afterEach(() => thread.stop());

  it('answers one question after the other', async () => {
    thread = threadOf('parentPort.postMessage({ text: [job, text].join() });');
    assert.equal(await thread.ask('draw', 'a'), 'draw,a');
    assert.equal(await thread.ask('draw', 'b'), 'draw,b');
    assert.equal(thread.isRunning(), true);
  });

  it('goes on after a job that failed', async () => {
    thread = threadOf("parentPort.postMessage(text === 'bad' ? { failure: 'no' } : { text });");
    await assert.rejects(thread.ask('draw', 'bad'), /^Error: no$/);
    assert.equal(await thread.ask('draw', 'good'), 'good');
  });

  it('says so when it ends in the middle of a job, and takes no other', async () => {
    thread = threadOf('process.exit(3);');
    await assert.rejects(thread.ask('draw', 'a'), /exit code 3/);
    assert.equal(thread.isRunning(), false);
    await assert.rejects(thread.ask('draw', 'b'), /has ended/);
  });

  it('can be stopped while it works', async () => {
    thread = threadOf('for (;;);');
    const answer = thread.ask('draw', 'a');
    thread.stop();
    await assert.rejects(answer, /was stopped/);
  });
});
