// Opens the graph of a large plan as the extension does, changes the plan, and reports on file descriptor 3 for how
// long nothing else could run.
import { writeSync } from 'node:fs';
import { resolve } from 'node:path';
import { createEngine } from '../../../src/engine/createEngine';
import { Layouts } from '../../../src/extension/graph/layout/layouts';
import type { LayoutJobs } from '../../../src/extension/graph/layout/layoutThread';
import { graphModelSteps } from '../../../src/extension/graph/model/graphModel';
import { GraphFeed } from '../../../src/extension/graph/panel/graphFeed';
import { createTimerPace } from '../../../src/extension/timerPace';
import { createNodePace } from '../../../src/node/pace';
import { startThread } from '../../../src/node/thread';
import type { PostedMessage } from '../../../src/webview/protocol/messages';
import { failingLogger as logger } from '../../support/failingLogger';
import { memoryFiles, uriOf } from '../../support/memoryFiles';
import { manyPlan } from '../layoutGraphs';
import { meterStretches } from '../stretch';

export interface GraphFigures {
  /** Milliseconds, for opening and for following a change. */
  readonly opening: number;
  readonly following: number;
  readonly openedAfter: number;
  readonly nodes: number;
  readonly layouts: number;
}

const PLAN = '/w/PLAN_LARGE.md';

/** Asks the product's own thread; `isAway` is told when that begins and ends to work. */
const layoutsIn = (file: string, isAway: (away: boolean) => void): Layouts =>
  new Layouts({
    start: async () => {
      const thread = startThread<LayoutJobs>(file);
      return {
        isRunning: thread.isRunning,
        layout: async (structure) => {
          isAway(true);
          const layout = await thread.ask('layout', structure);
          isAway(false);
          return layout ?? '';
        },
        svg: (dot) => thread.ask('svg', dot),
        png: (svg, parts) => thread.ask('png', { svg, parts }),
        stop: thread.stop,
      };
    },
    rest: () => ({ dispose: () => undefined }),
  });

const open = async (): Promise<GraphFigures> => {
  const { text, parallel } = manyPlan();
  const engine = createEngine({
    files: memoryFiles({ [PLAN]: text, '/w/parallel.json': parallel }),
    logger,
    roots: [uriOf('/w')],
    schemaFindings: false,
    pace: createNodePace(),
  });
  await engine.refresh();
  const meter = meterStretches();
  let longest = 0;
  const taken = (): number => {
    const stretch = Math.max(longest, meter.take());
    longest = 0;
    return stretch;
  };
  // the time of the other thread counts as the process's own: nothing happens in this one meanwhile
  const layouts = layoutsIn(resolve('dist/layout.js'), (away) => {
    const stretch = meter.take();
    if (away) longest = Math.max(longest, stretch);
  });
  const sent: { readonly model: string; readonly hasLayout: boolean }[] = [];
  const feed = new GraphFeed({
    steps: (arrangement) => {
      const [plan] = engine.snapshot.plans;
      return plan && graphModelSteps(plan, arrangement);
    },
    layout: (structure, signal) => layouts.layout(structure, signal),
    post: (message: PostedMessage) => {
      // what the editor does with a message: once for the page, once for the process it is in
      JSON.stringify([JSON.stringify(message, (_, value: unknown) => value)]);
      if (message.type === 'graph') sent.push({ model: message.model, hasLayout: message.layout !== null });
    },
    pace: createTimerPace(),
    logger,
    goneText: '',
  });
  meter.take();
  const started = performance.now();
  await feed.refresh();
  const openedAfter = performance.now() - started;
  const opening = taken();
  engine.openDocument(uriOf(PLAN), text.replace('read', 'renamed'));
  taken();
  await feed.refresh();
  const following = taken();
  meter.stop();
  const [first] = sent;
  return {
    opening,
    following,
    openedAfter,
    nodes: first ? JSON.parse(first.model).nodes.length : 0,
    layouts: sent.filter(({ hasLayout }) => hasLayout).length,
  };
};

open().then(
  (figures) => {
    writeSync(3, JSON.stringify(figures));
    process.exit(0);
  },
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
