import { foreseenConflicts } from '../../../engine/run/foreseen';
import { startOrder } from '../../../engine/run/order';
import { type DryRun, dryRunText } from '../../../engine/run/text/dryRun';
import { printableLine } from '../../../engine/words/printable';
import { pathOfUri } from '../../diskFiles';
import { pathInGit } from '../../git/repository';
import { commandFor, itemPlace } from '../item/itemPlace';
import { runFolder } from '../record/runFolder';
import { gatesFor } from '../record/settings';
import type { Preparation } from './preparation';

/** What a run would do, for machines and people. */
export const dryRunOf = ({ head, settings, planned, refusals, notes, trust }: Preparation): DryRun => {
  const isDone = new Set(planned.done.map(({ id }) => id));
  const open = planned.items.filter(({ id }) => !isDone.has(id));
  const order = startOrder(open, head);
  const folder = runFolder(settings.home, head.run);
  const inRun = { folder, settings: { ...settings, mark: '' }, plan: head.plan };
  return {
    order: order.map(({ id }) => id),
    items: open.map((item) => {
      const place = itemPlace(inRun, item, 1);
      return {
        id: item.id,
        title: item.title,
        level: item.level,
        after: item.after,
        worktree: place.worktree,
        branch: place.branch,
        command: commandFor(settings.executor.command, place, head.base),
        prompt: settings.executor.prompt === 'stdin' ? 'stdin' : place.promptFile,
        gates: gatesFor(settings, item.id).map((gate) => commandFor(gate, place, head.base)),
      };
    }),
    done: planned.done.map(({ id, evidence }) => ({
      id,
      evidence: evidence.map((each) => evidencePath(each, settings.top)),
    })),
    conflicts: foreseenConflicts(open),
    problems: [...refusals, ...notes],
    trust: { hash: trust.hash, commands: trust.commands },
  };
};

/** A dry run for people to read; nothing in it steers a terminal. */
export const readableDryRun = (preparation: Preparation): string => {
  const { head, settings } = preparation;
  const text = dryRunText(dryRunOf(preparation), {
    plan: head.plan,
    executor: settings.executor.title || 'nobody yet',
    jobs: head.jobs,
    review: head.review,
    branch: head.branch,
    land: head.land,
  });
  return text.trimEnd().split('\n').map(printableLine).join('\n');
};

/** The path of a document from the top of the repository; a commit as it is. */
export const evidencePath = (evidence: string, top: string): string => {
  const path = evidence.startsWith('file:') ? pathOfUri(evidence) : undefined;
  return path === undefined ? evidence : pathInGit(top, path);
};
