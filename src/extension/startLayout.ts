import { join } from 'node:path';
import { l10n } from 'vscode';
import { startThread } from '../node/thread';
import { messageOf } from '../shared/userError';
import type { LayoutWorker } from './graph/layouts';

/** Graphviz in a thread of its own; the script is the bundle `layout.js`, beside the one that this is in. */
export const startLayoutThread = (): LayoutWorker => {
  const thread = startThread(join(__dirname, 'layout.js'));
  const ask = async (job: string, text: string): Promise<string | undefined> => {
    try {
      return await thread.ask(job, text);
    } catch (error) {
      if (thread.isRunning()) throw error;
      const why = messageOf(error);
      throw new Error(
        l10n.t('what lays it out ended unexpectedly, the next change starts it again ({0})', why),
      );
    }
  };
  return {
    isRunning: thread.isRunning,
    layout: async (structure) => (await ask('layout', structure)) ?? '',
    svg: (dot) => ask('svg', dot),
    stop: thread.stop,
  };
};
