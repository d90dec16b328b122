import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { NewFile } from '../../engine/create/batch';
import { namesOf } from '../../engine/create/naming';
import type { AnalysedAchievement, AnalysedPlan } from '../../engine/model/analysis';
import { DEFAULT_TOKENS } from '../../engine/prompt/prompt';
import { feedbackFiles } from '../../engine/review/feedback';
import { createFile } from '../../node/createFile';
import { pathOfUri, uriOfPath } from '../../node/diskFiles';
import type { PromptWriter } from '../../node/run/context';
import { fail, ok, type Result } from '../../shared/result';
import { messageOf, UserError } from '../../shared/userError';
import type { MakingWorkspace, OpenWorkspace } from '../workspace/workspace';

/** Agents read the whole of a task: room for twice as much as a chat is given. */
const TOKENS = 2 * DEFAULT_TOKENS;

/** An item in a checkout. */
export interface Opened {
  readonly workspace: MakingWorkspace;
  readonly plan: AnalysedPlan;
  readonly achievement: AnalysedAchievement;
}

/**
 * Opens a checkout, looks for an item in it and lets something be done with that. Fails where it is not there.
 *
 * @param planPath the plan from the top of the repository: a PLAN file, or `folder#batch`
 */
export const itemIn =
  (open: OpenWorkspace<MakingWorkspace>, planPath: string) =>
  async <T>(
    checkout: string,
    item: string,
    work: (opened: Opened) => Promise<Result<T, UserError>>,
  ): Promise<Result<T, UserError>> => {
    try {
      const workspace = await open([join(checkout, planPath)], { includeIgnored: false });
      try {
        const [plan] = workspace.plans;
        const achievement = plan?.byId.get(item);
        if (!plan || !achievement) return fail(new UserError(`${planPath} has no ${item} there.`));
        return await work({ workspace, plan, achievement });
      } finally {
        workspace.dispose();
      }
    } catch (error) {
      // the other bundle that opens plans has a class of its own for what a person must read
      return fail(error instanceof UserError ? error : new UserError(messageOf(error), { cause: error }));
    }
  };

/**
 * Writes prompts and documents with the planning engine, which reads the checkout as it is.
 *
 * @param planPath the plan from the top of the repository: a PLAN file, or `folder#batch`
 */
export const createPromptWriter = (open: OpenWorkspace<MakingWorkspace>, planPath: string): PromptWriter => {
  const within = itemIn(open, planPath);
  /** Creates what is missing of one kind; nothing for a PRP, which has no further documents. */
  const create = (kind: 'subplan' | 'execution', checkout: string, item: string) =>
    within(checkout, item, async ({ workspace, plan }) => {
      if (plan.kind === 'prp-batch') return ok(undefined);
      const selection = { by: 'achievements' as const, ids: [item] };
      const batch = await workspace.prepareCreation({ plan: plan.uri, kind, selection });
      return batch.ok ? writeAll(batch.value.files, checkout) : batch;
    });
  return {
    write: async ({ item, worktree }) => {
      for (const kind of ['subplan', 'execution'] as const) {
        const made = await create(kind, worktree, item);
        if (!made.ok) return made;
      }
      return within<string>(worktree, item, async ({ workspace, plan, achievement }) => {
        const request = {
          plan: plan.uri,
          selection: { by: 'achievements' as const, ids: [item] },
          maxTokens: TOKENS,
          base: uriOfPath(worktree),
        };
        const kind = achievement.fix !== undefined && achievement.status === 'failed' ? 'fix' : 'continue';
        const prompt = await workspace.preparePrompt({ ...request, kind });
        const either = prompt.ok ? prompt : await workspace.preparePrompt({ ...request, kind: 'next' });
        return either.ok ? ok(either.value.text) : fail(either.error);
      });
    },
    review: ({ item, worktree }) =>
      within<string>(worktree, item, async ({ workspace, plan }) => {
        const prompt = await workspace.preparePrompt({
          plan: plan.uri,
          kind: 'review',
          selection: { by: 'achievements', ids: [item] },
          maxTokens: TOKENS,
          base: uriOfPath(worktree),
        });
        return prompt.ok ? ok(prompt.value.text) : fail(prompt.error);
      }),
    reviewOf: async (item, checkout) => {
      const found = await within(checkout, item, async ({ plan }) => ok(plan));
      if (!found.ok) return undefined;
      const folder = pathOfUri(found.value.folders.feedbacks) ?? '';
      const names = namesOf(found.value);
      // by their names alone: a batch of PRPs has no place for them in its model
      for (const says of ['approved', 'fix'] as const) {
        const own = found.value.byId.get(item)?.[says];
        const path =
          (own === undefined ? undefined : pathOfUri(own)) ?? join(folder, names.feedback(says, item));
        if (existsSync(path)) return { says, path };
      }
      return undefined;
    },
    approve: ({ item, worktree, reviewer, text }) =>
      within(worktree, item, async ({ plan, achievement }) => {
        if (plan.kind === 'prp-batch' || achievement.approved !== undefined) return ok(undefined);
        const feedback = { achievement, kind: 'approved' as const, reason: text, checks: [] };
        const review = { reviewer, date: new Date().toISOString().slice(0, 10) };
        const files = feedbackFiles(plan, [feedback], review);
        const written = await writeAll(files, worktree);
        return written.ok ? ok(relative(worktree, pathOfUri(files[0]?.uri ?? '') ?? '')) : written;
      }),
  };
};

export const writeAll = async (
  files: readonly NewFile[],
  checkout: string,
): Promise<Result<undefined, UserError>> => {
  for (const file of files) {
    const made = await createFile(file, uriOfPath(checkout));
    if (!made.ok) return made;
  }
  return ok(undefined);
};
