import type { AnalysedAchievement, AnalysedPlan } from '../model/analysis';
import type { Part } from './part';
import type { Parallelism } from './prompt';
import { code } from './quote';

/** What a prompt is written from: documents that were read already. */
export interface PromptTask {
  readonly plan: AnalysedPlan;
  /** In document order; empty for what is about the plan as a whole. */
  readonly achievements: readonly AnalysedAchievement[];
  readonly parallelism: Parallelism;
  /** Text of a document that {@link PromptWriter.reads}; empty where it cannot be read. */
  textOf(uri: string): string;
  /** Path of a document as the prompt names it, not encoded. */
  pathOf(uri: string): string;
}

/** What is special about a prompt; everything else is the same for all, see `frame.ts`. */
export interface Draft {
  readonly title: string;
  /** What to do, as Markdown. */
  readonly task: string;
  readonly parts: readonly Part[];
  /** How to tell that it is done. */
  readonly done: readonly string[];
  readonly avoid: readonly string[];
  /** What to answer with. */
  readonly answer: string;
}

/** Writes the prompts of one kind. */
export interface PromptWriter {
  /** Documents whose text it needs besides those that define the achievements, by URI. */
  reads(achievement: AnalysedAchievement): readonly string[];
  /** The same for the plan as a whole. */
  readsOf?(plan: AnalysedPlan): readonly string[];
  write(task: PromptTask): Draft;
}

/** The path of a document as code. */
export const pathCode = (task: PromptTask, uri: string): string => code(task.pathOf(uri));

/** `achievement 1.2`, `achievements 1.1, 1.2`. Ids that the plan defines are digits and dots, so they need no quotes. */
export const idWords = (achievements: readonly AnalysedAchievement[]): string => {
  const [first, ...others] = achievements;
  if (first && others.length === 0) return `achievement ${first.id}`;
  return `achievements ${achievements.map(({ id }) => id).join(', ')}`;
};
