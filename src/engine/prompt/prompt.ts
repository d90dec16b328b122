import type { CreationSelection } from '../create/batch';

/** What a prompt asks a language model to do. */
export const PROMPT_KINDS = [
  'plan',
  'discovery',
  'subplan',
  'subplans',
  'fill',
  'execution',
  'executions',
  'continue',
  'next-execution',
  'synthesize',
  'review',
  'reviews',
  'fix',
  'verify',
  'add-achievement',
  'mid-plan-review',
  'pause',
  'resume',
  'complete',
] as const;

export type PromptKind = (typeof PROMPT_KINDS)[number];

/** The kind of parallelism that is looked for: within an achievement, within a priority, across priorities. */
export type Parallelism = 1 | 2 | 3;

/** How many tokens a prompt may have where nobody says otherwise. */
export const DEFAULT_TOKENS = 8000;

export interface PromptRequest {
  /** {@link Plan.uri} */
  readonly plan: string;
  /** `next`: whatever takes the achievement, or the plan, on from where it stands. */
  readonly kind: PromptKind | 'next';
  /** The achievements it is about; without one, those for which it is the next thing to do. */
  readonly selection?: CreationSelection | undefined;
  /** Of a discovery. */
  readonly parallelism?: Parallelism | undefined;
  readonly maxTokens: number;
  /** Folder whose paths the prompt is relative to, as a URI. */
  readonly base: string;
}

/** A prompt for any language model. The same documents give the same text, to the letter. */
export interface Prompt {
  /** What was asked for, `next` decided. */
  readonly kind: PromptKind;
  /** One line, without marks. */
  readonly title: string;
  /** Markdown. Lines end with `\n`. */
  readonly text: string;
  /** See `estimateTokens`. More than asked for only where the task alone is: that is never cut. */
  readonly tokens: number;
  /** What was cut to stay within the tokens, least important first: "goals of other achievements (3 of 8)". */
  readonly leftOut: readonly string[];
}
