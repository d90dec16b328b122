import assert from 'node:assert/strict';
import { startThread, type Thread } from '../../../src/node/thread';

type Drawing = { readonly draw: (text: string) => Promise<string> };

/** A thread that answers in the words of {@link answerWith}, from a script without a file. */
const threadOf = (body: string): Thread<Drawing> => {
  const script = `import { parentPort } from 'node:worker_threads';
    parentPort.on('message', ({ job, input: text }) => { ${body} });`;
  return startThread(new URL(`data:text/javascript,${encodeURIComponent(script)}`));
};

describe('a thread', () => {
  let thread: Thread<Drawing>;
  afterEach(() => thread.stop());

  it('answers one question after the other', async () => {
    thread = threadOf('parentPort.postMessage({ output: [job, text].join() });');
    assert.equal(await thread.ask('draw', 'a'), 'draw,a');
    assert.equal(await thread.ask('draw', 'b'), 'draw,b');
    assert.equal(thread.isRunning(), true);
  });

  it('goes on after a job that failed', async () => {
    thread = threadOf("parentPort.postMessage(text === 'bad' ? { failure: 'no' } : { output: text });");
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
