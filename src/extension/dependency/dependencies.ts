import { problemOf, wayBetween } from '../../engine/dependency/possible';
import type { DependencyRequest } from '../../engine/dependency/prepare';
import type { Engine } from '../../engine/engine';
import type { AnalysedPlan } from '../../engine/model/analysis';
import type { DependencyChange } from '../../engine/model/edge';
import { effectOf } from '../../engine/schedule/effect';
import { networkIn } from '../../engine/schedule/networkIn';
import { isCertain } from '../../engine/schedule/taskTimes';
import { hoursWords } from '../../engine/words/hours';
import { orThrow } from '../../shared/result';
import { UserError } from '../../shared/userError';
import { applyChanges, type ChangedDocument, takeBackChanges } from '../edit/applyChanges';

/** Whether something can be done, and what it would do or why it cannot. */
export interface Considered {
  readonly isPossible: boolean;
  readonly words: string;
}

/** Draws, deletes and takes back dependencies of plans; problems a person must read are a {@link UserError}. */
export interface Dependencies {
  /** What one dependency more would do. */
  consider(plan: AnalysedPlan, id: string, dependsOn: string): Considered;
  /** Resolves with what was done, in words, when the documents are written. */
  change(plan: AnalysedPlan, change: DependencyRequest['change']): Promise<string>;
  canTakeBack(plan: AnalysedPlan): boolean;
  /** Takes the last change of a plan back that was not taken back yet. */
  takeBack(plan: AnalysedPlan): Promise<string>;
}

/** So many changes of a plan can be taken back. */
const MOST_KEPT = 50;

export const createDependencies = (engine: () => Promise<Engine>): Dependencies => {
  const done = new Map<string, (readonly ChangedDocument[])[]>();
  const doneIn = ({ uri }: AnalysedPlan) => done.get(uri) ?? [];
  return {
    consider: (plan, id, dependsOn) => {
      const change = { kind: 'add', id, dependsOn } as const;
      const problem = problemOf(plan, change);
      if (problem) return { isPossible: false, words: problem.message };
      const way = wayBetween(plan, id, dependsOn);
      if (way) {
        return {
          isPossible: true,
          words: `${id} depends on ${dependsOn} anyway: ${way.join(' \u2192 ')}.`,
        };
      }
      const words = `${id} would depend on ${dependsOn}.`;
      return { isPossible: true, words: words + effectWords(plan, change) };
    },
    change: async (plan, change) => {
      const words = doneWords(plan, change);
      const prepared = await (await engine()).prepareDependencies({ plan: plan.uri, change });
      const { documents, created } = orThrow(prepared);
      const changed = await applyChanges(
        documents.map(({ uri, check }) => ({ uri, edits: (text) => orThrow(check(text)) })),
        created,
      );
      done.set(plan.uri, [...doneIn(plan), changed].slice(-MOST_KEPT));
      return words;
    },
    canTakeBack: (plan) => doneIn(plan).length > 0,
    takeBack: async (plan) => {
      const last = doneIn(plan).at(-1);
      if (!last) throw new UserError('There is nothing to undo.');
      await takeBackChanges(last);
      done.set(plan.uri, doneIn(plan).slice(0, -1));
      return 'The change was undone.';
    },
  };
};

const doneWords = (plan: AnalysedPlan, change: DependencyRequest['change']): string => {
  if (change.kind === 'add') {
    return `${change.id} now depends on ${change.dependsOn}.${effectWords(plan, change)}`;
  }
  const [only] = change.dependencies;
  if (!only || change.dependencies.length > 1) {
    return `${change.dependencies.length} dependencies were removed.`;
  }
  const words = `${only.id} no longer depends on ${only.dependsOn}.`;
  return words + effectWords(plan, { kind: 'remove', ...only });
};

/** What becomes of the critical path, where nothing in it is a guess and it differs. */
const effectWords = (plan: AnalysedPlan, change: DependencyChange): string => {
  const network = networkIn(plan);
  if (!network || !isCertain(network)) return '';
  const effect = effectOf(plan, change, 1);
  if (!effect.ok) return '';
  const [before, after] = [effect.value.before.criticalPath, effect.value.after.criticalPath];
  if (before === after) return ' The length of the critical path does not change.';
  return ` Critical path: ${hoursWords(after)} instead of ${hoursWords(before)}.`;
};
