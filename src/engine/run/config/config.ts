import type { Span } from '../../model/text';
import { placeholder } from '../executor/arguments';
import type { Command, Review } from '../item';

/** How the end of an executor is read from what it prints. */
export type ResultKind = 'exit' | 'claude' | 'codex' | 'copilot' | 'opencode' | 'gemini';

export const RESULT_KINDS: readonly ResultKind[] = [
  'exit',
  'claude',
  'codex',
  'copilot',
  'opencode',
  'gemini',
];

/** How an executor gets its prompt: on its standard input, or as a file whose path is `${promptFile}`. */
export type PromptWay = 'stdin' | 'file';

/** An executor as a configuration describes it; what is left out is as in the preset of its name, or as usual. */
export interface ExecutorConfig {
  readonly command?: Command;
  /** What goes on with the session of an attempt before, whose name is `${session}`. */
  readonly resume?: Command;
  readonly prompt?: PromptWay;
  /** Variables of its environment; null takes the value from the environment of the runner. */
  readonly env?: Readonly<Record<string, string | null>>;
  readonly timeoutMinutes?: number;
  readonly idleMinutes?: number;
  readonly result?: ResultKind;
}

export const HOOK_EVENTS = ['started', 'landed', 'failed', 'waiting', 'finished'] as const;
export type HookEvent = (typeof HOOK_EVENTS)[number];

/** `.parallel-plans/run.json` as it is written; what is left out is undefined. */
export interface RunConfig {
  readonly executor?: string;
  readonly executors?: Readonly<Record<string, ExecutorConfig>>;
  readonly setup?: readonly Command[];
  readonly gates?: readonly Command[];
  readonly review?: Review;
  readonly reviewer?: string;
  readonly jobs?: number;
  readonly barrier?: boolean;
  readonly attempts?: number;
  readonly land?: boolean;
  readonly worktrees?: string;
  readonly branch?: string;
  readonly maxCost?: { readonly item?: number; readonly run?: number };
  readonly hooks?: Readonly<Partial<Record<HookEvent, Command>>>;
}

/** What is wrong with a configuration. An error makes it unusable; a warning leaves out what it is about. */
export interface ConfigProblem {
  readonly severity: 'error' | 'warning';
  readonly message: string;
  readonly span: Span;
}

export interface ReadConfig {
  readonly config: RunConfig;
  /** In text order. */
  readonly problems: readonly ConfigProblem[];
}

/** What counts where neither configuration nor options say otherwise. */
export const USUAL_RUN = {
  jobs: 3,
  attempts: 2,
  worktrees: `../${placeholder('repository')}-worktrees`,
  branch: `plan/${placeholder('plan')}`,
  timeoutMinutes: 60,
  idleMinutes: 10,
} as const;

/** Most executors at the same time, and most attempts of an item. */
export const MOST_JOBS = 100;
export const MOST_ATTEMPTS = 10;
