import { join } from 'node:path';
import { startThread } from '../../../node/thread';
import { messageOf } from '../../../shared/userError';
import type { LayoutWorker } from './layouts';
import type { LayoutJobs } from './layoutThread';

/** Graphviz and resvg in a thread of their own; the script is the bundle `layout.js`, beside the one that this is in. */
export const startLayoutThread = (): LayoutWorker => {
  const thread = startThread<LayoutJobs>(join(__dirname, 'layout.js'));
  const explained = async <T>(answer: Promise<T>): Promise<T> => {
    try {
      return await answer;
    } catch (error) {
      if (thread.isRunning()) throw error;
      const why = messageOf(error);
      throw new Error(`the layout ended unexpectedly; the next change starts it again (${why})`);
    }
  };
  return {
    isRunning: thread.isRunning,
    layout: (structure) => explained(thread.ask('layout', structure)),
    svg: (dot) => explained(thread.ask('svg', dot)),
    png: (svg, parts) => explained(thread.ask('png', { svg, parts })),
    stop: thread.stop,
  };
};
