import type { BatchHead, CreationBatch, CreationRequest, NewFile } from '../../engine/create/batch';
import type { JournalBatch } from '../../engine/create/journal';
import type { NewPlanBatch, NewPlanRequest } from '../../engine/create/newPlan/prepare';
import type { BatchOutcome } from '../../engine/create/runBatch';
import type { Undone } from '../../engine/create/undoBatch';
import type { Family } from '../../engine/links/family';
import type { AnalysedPlan } from '../../engine/model/analysis';
import type { LineIndex } from '../../engine/model/text';
import { decodeUri, relativeUri } from '../../engine/model/uri';
import type { Prompt, PromptRequest } from '../../engine/prompt/prompt';
import type { ParallelDraft, ParallelRequest } from '../../engine/propose/prepare';
import type { Finding } from '../../engine/rule/finding';
import type { Result } from '../../shared/result';
import type { UserError } from '../../shared/userError';

/** What the PATHs of a command hold. */
export interface Workspace {
  /** Folder whose paths are printed relative to it, as a URI. */
  readonly base: string;
  readonly plans: readonly AnalysedPlan[];
  /** Those and every other plan that was read with them. */
  readonly known: readonly AnalysedPlan[];
  /** The GRAMMAPLANs and NORTH_STARs that were read, with what is below them. */
  families(): readonly Family[];
  /** Findings in the plans and folders asked for, by document and place, without those that are silenced. */
  readonly findings: readonly Finding[];
  /** Those of plans that are over included. */
  readonly allFindings: readonly Finding[];
  /** The plan that owns a document. */
  ownerOf(uri: string): AnalysedPlan | undefined;
  /** Whether a PATH names its file, or one of its documents. */
  isNamed(plan: AnalysedPlan): boolean;
  linesOf(uri: string): LineIndex | undefined;
  dispose(): void;
}

/** For commands that make something of the plans. */
export interface MakingWorkspace extends Workspace {
  prepareCreation(request: CreationRequest): Promise<Result<CreationBatch, UserError>>;
  prepareNewPlan(request: NewPlanRequest): Promise<Result<NewPlanBatch, UserError>>;
  /**
   * Paths in it are relative to the folder `base`; where that is left out, to the current folder where the plan lies in
   * that, else to {@link base}.
   */
  preparePrompt(
    request: Omit<PromptRequest, 'base'> & { readonly base?: string },
  ): Promise<Result<Prompt, UserError>>;
  /** Creates the files of a batch and writes it into the journal. */
  create(batch: BatchHead & { readonly files: readonly NewFile[] }): Promise<BatchOutcome>;
  prepareParallel(request: ParallelRequest): Promise<Result<ParallelDraft, UserError>>;
  /** Gives a file of the plan another text, at once, unless it says something else than `before` by now. */
  replace(
    plan: string,
    file: { readonly uri: string; readonly before: string; readonly content: string },
  ): Promise<Result<void, UserError>>;
  /** The last batch of one of the plans that was not taken back. */
  lastBatch(): Promise<JournalBatch | undefined>;
  undo(batch: JournalBatch): Promise<Undone>;
}

/** Opens the PATHs; fails with a {@link UserError} for a path that is missing or holds no plan. */
export type OpenWorkspace<W extends Workspace> = (
  paths: readonly string[],
  options: OpenOptions,
) => Promise<W>;

export interface OpenOptions {
  /** Vendored folders, linked worktrees and PRPs that git ignores are read too. */
  readonly includeIgnored: boolean;
}

/** Path of a document as printed, relative to {@link Workspace.base}; of a batch of PRPs its folder with its name. */
export const pathIn = ({ base }: Pick<Workspace, 'base'>, uri: string): string => {
  const [place = uri, batch] = uri.split('#');
  const path = decodeUri(relativeUri(base, place));
  return batch === undefined ? path : `${path}#${batch}`;
};

/** Exit code of all commands that only look: 1 when something found is an error. */
export const exitCodeOf = ({ findings }: Pick<Workspace, 'findings'>): number =>
  findings.some(({ severity }) => severity === 'error') ? 1 : 0;
