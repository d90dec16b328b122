import type { Review } from '../../engine/run/item';

/** How a plan is to be run, as a person chooses it. */
export interface RunForm {
  readonly executor: string | undefined;
  readonly jobs: number;
  readonly review: Review | undefined;
}

/** Somebody who may do the work. */
export interface ExecutorChoice {
  readonly name: string;
  readonly title: string;
  /** The program that was found for it; undefined where it needs none, null where it is missing. */
  readonly program: string | undefined | null;
}

/** What there is to choose from. */
export interface RunChoices {
  readonly plan: string;
  /** What is to be done, in words. */
  readonly what: string;
  readonly executors: readonly ExecutorChoice[];
  /** Every command that has to succeed, as one line each. */
  readonly gates: readonly string[];
  /** The file that says the rest. */
  readonly configPath: string;
}

/** What a person has to say yes to. */
export interface RunProposal {
  readonly run: string;
  readonly plan: string;
  /** `3 achievements` */
  readonly amount: string;
  readonly executor: string;
  readonly jobs: number;
  /** What the executor runs, for the first of them; no command where a person does the work. */
  readonly first: { readonly id: string; readonly command: string } | undefined;
  /** What the repository wants to have run, as one line each. */
  readonly commands: readonly string[];
  /** Nobody has seen these commands yet. */
  readonly isNew: boolean;
}

/** Everything that running a plan asks and shows; the editor's lists and documents, or a script in the tests. */
export interface RunUi {
  /** Undefined when the person turned away. */
  choose(choices: RunChoices, form: RunForm): Promise<RunForm | undefined>;
  /** Shows the dry run as a document. */
  showDryRun(run: string, text: string): Promise<void>;
  /** The question about it is answered. */
  hideDryRun(run: string): Promise<void>;
  /** Why nothing can be run, one sentence each. */
  refuse(refusals: readonly string[]): void;
  confirm(proposal: RunProposal): Promise<boolean>;
  progress<T>(title: string, work: () => Promise<T>): Promise<T>;
}
