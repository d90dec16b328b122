import { join } from 'node:path';
import { treeOf } from '../git/commits';
import type { RunContext } from './context';
import { gateWords } from './item/gates';
import { proveCommit } from './item/land';

/**
 * Runs the gates on what everything begins from, and writes down how that went; nothing where it was broken off. Throws
 * where they cannot be run at all.
 *
 * @param name by which it is broken off
 */
export const proveBase = async (context: RunContext, name: string): Promise<void> => {
  const { settings, folder } = context;
  const { gates } = settings;
  if (gates.length === 0) return context.tell({ event: 'baseline', ok: true, gates: [] });
  const tip = await context.lane.tip();
  if (!tip.ok) throw tip.error;
  const tree = await treeOf(settings.top, tip.value);
  if (!tree.ok) throw tree.error;
  const signal = context.signalOf(name);
  const log = join(folder.path, 'baseline.log');
  const proved = await proveCommit(context, { gates, commit: tip.value, tree: tree.value, log, signal });
  if (!proved.ok) throw proved.error;
  const red = proved.value.find((gate) => !gate.ok);
  if (red && signal.aborted) return;
  if (red)
    context.note(`The gates are red before any work: ${gateWords(red)}. What they printed is in ${log}.`);
  await context.tell({ event: 'baseline', ok: red === undefined, gates: proved.value });
};
