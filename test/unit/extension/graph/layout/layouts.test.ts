import assert from 'node:assert/strict';
import { Layouts, type LayoutWorker } from '../../../../../src/extension/graph/layout/layouts';

interface Asked {
  readonly structure: string;
  finish(): void;
  fail(): void;
}

/** Layouts over workers that do what the test tells them; `rest` is over when the test calls it. */
const layoutsOver = () => {
  const asked: Asked[] = [];
  const state = { started: 0, stopped: 0, rest: (): void => undefined };
  const start = async (): Promise<LayoutWorker> => {
    state.started++;
    let isRunning = true;
    let end = (): void => undefined;
    const stop = (): void => {
      if (isRunning) state.stopped++;
      isRunning = false;
      end();
    };
    return {
      isRunning: () => isRunning,
      layout: (structure) =>
        new Promise((resolve, reject) => {
          end = () => reject(new Error('ended'));
          asked.push({ structure, finish: () => resolve(`layout of ${structure}`), fail: stop });
        }),
      svg: async (dot) => `svg of ${dot}`,
      png: () => Promise.reject(new Error('nothing is drawn here')),
      stop,
    };
  };
  const layouts = new Layouts({
    start,
    rest: (isOver) => {
      state.rest = isOver;
      return { dispose: () => Object.assign(state, { rest: () => undefined }) };
    },
  });
  const structures = () => asked.map(({ structure }) => structure);
  return { layouts, asked, structures, state };
};

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
const never = new AbortController().signal;
/** What comes of a layout that may be dropped. */
const outcome = (layout: Promise<string>): Promise<string> => layout.catch((error: Error) => error.name);

describe('the layouts of all graphs', () => {
  it('are made once, for all who ask during the layout and after it', async () => {
    const { layouts, asked, state } = layoutsOver();
    const both = [layouts.layout('a', never), layouts.layout('a', never)];
    await settled();
    asked[0]?.finish();
    assert.deepEqual(await Promise.all(both), ['layout of a', 'layout of a']);
    assert.equal(await layouts.layout('a', never), 'layout of a');
    assert.deepEqual([asked.length, state.started], [1, 1]);
  });

  it('are forgotten when many others were asked for since', async () => {
    const { layouts, asked, structures } = layoutsOver();
    const layOut = async (structure: string): Promise<void> => {
      const layout = layouts.layout(structure, never);
      await settled();
      asked.at(-1)?.finish();
      await layout;
    };
    for (let at = 0; at < 12; at++) await layOut(`${at}`);
    await layOut('0');
    await layOut('12');
    await layOut('0');
    await layOut('1');
    assert.deepEqual(structures().slice(12), ['12', '1'], 'what was asked for lately stays');
  });

  it('are not begun for who left the queue', async () => {
    const { layouts, asked, structures } = layoutsOver();
    const first = layouts.layout('a', never);
    const left = new AbortController();
    const second = outcome(layouts.layout('b', left.signal));
    const third = layouts.layout('c', never);
    await settled();
    left.abort();
    asked[0]?.finish();
    assert.equal(await second, 'Dropped');
    await first;
    await settled();
    asked[1]?.finish();
    await third;
    assert.deepEqual(structures(), ['a', 'c']);
  });

  it('are broken off with their worker as soon as something else waits, not before', async () => {
    const { layouts, asked, structures, state } = layoutsOver();
    const left = new AbortController();
    const first = outcome(layouts.layout('a', left.signal));
    await settled();
    left.abort();
    await settled();
    assert.equal(state.stopped, 0, 'nothing else to do');
    const second = layouts.layout('b', never);
    assert.equal(await first, 'Dropped');
    await settled();
    asked[1]?.finish();
    assert.equal(await second, 'layout of b');
    assert.deepEqual([structures(), state.started, state.stopped], [['a', 'b'], 2, 1]);
  });

  it('are kept when they are finished for nobody', async () => {
    const { layouts, asked } = layoutsOver();
    const left = new AbortController();
    const first = layouts.layout('a', left.signal);
    await settled();
    left.abort();
    asked[0]?.finish();
    await first;
    assert.equal(await layouts.layout('a', never), 'layout of a');
    assert.equal(asked.length, 1);
  });

  it('go on as long as one of several waits', async () => {
    const { layouts, asked, state } = layoutsOver();
    const left = new AbortController();
    void layouts.layout('a', left.signal);
    const other = layouts.layout('a', never);
    const next = layouts.layout('b', never);
    await settled();
    left.abort();
    assert.equal(state.stopped, 0);
    asked[0]?.finish();
    assert.equal(await other, 'layout of a');
    await settled();
    asked[1]?.finish();
    await next;
  });

  it('are made for who asks again in the moment in which they are broken off', async () => {
    const { layouts, asked, structures } = layoutsOver();
    const left = new AbortController();
    const first = outcome(layouts.layout('a', left.signal));
    await settled();
    left.abort();
    const second = layouts.layout('b', never);
    const again = layouts.layout('a', never);
    await first;
    await settled();
    asked[1]?.finish();
    await second;
    await settled();
    asked[2]?.finish();
    assert.equal(await again, 'layout of a');
    assert.deepEqual(structures(), ['a', 'b', 'a']);
  });

  it('fail with a worker that ends by itself, and are made by a new one when asked for again', async () => {
    const { layouts, asked, state } = layoutsOver();
    const first = layouts.layout('a', never);
    await settled();
    asked[0]?.fail();
    await assert.rejects(first, /ended/);
    const again = layouts.layout('a', never);
    await settled();
    asked[1]?.finish();
    assert.equal(await again, 'layout of a');
    assert.equal(state.started, 2);
  });

  it('leave the worker when there was nothing to do for a while, and take a new one later', async () => {
    const { layouts, state } = layoutsOver();
    assert.equal(await layouts.svg('one'), 'svg of one');
    await layouts.svg('two');
    await settled();
    assert.deepEqual([state.started, state.stopped], [1, 0]);
    state.rest();
    await settled();
    assert.equal(state.stopped, 1);
    assert.equal(await layouts.svg('three'), 'svg of three');
    assert.equal(state.started, 2);
  });

  it('end with the extension', async () => {
    const { layouts, state } = layoutsOver();
    const waiting = [outcome(layouts.layout('a', never)), outcome(layouts.layout('b', never))];
    await settled();
    layouts.dispose();
    assert.deepEqual(await Promise.all(waiting), ['Dropped', 'Dropped']);
    assert.equal(state.stopped, 1);
  });
});
