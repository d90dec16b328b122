import type { CreationBatch, CreationKind, CreationSelection, NewFile } from '../../engine/create/batch';
import { toJson } from '../../shared/toJson';
import { painter } from '../terminal/style';
import type { Terminal } from '../terminal/terminal';
import { onlyPlan } from '../workspace/onlyPlan';
import { type MakingWorkspace, pathIn, type Workspace } from '../workspace/workspace';
import { failureLines, missingText, NOUNS, previewText, resultText } from './createText';
import { mayCreate } from './mayCreate';

export interface CreateOptions {
  readonly kind: CreationKind;
  readonly selection: CreationSelection;
  /** The next execution, also where there are some. */
  readonly another: boolean;
  readonly dryRun: boolean;
  /** Create without asking. */
  readonly yes: boolean;
  readonly format: 'text' | 'json';
}

/** The stable machine format of `create`. */
export interface CreateJson {
  readonly created: readonly string[];
  readonly skipped: CreationBatch['skipped'];
  readonly failed: readonly { readonly id: string; readonly reason: string }[];
  readonly missingSubplans: readonly string[];
  /** SUBPLANs on which EXECUTION_TASKs would build, or build now, although they are to be filled in first. */
  readonly unfilled: readonly { readonly id: string; readonly subplan: string; readonly places: number }[];
}

/**
 * `create subplans|executions`: shows what would be created, asks, creates. Exit code 1 when something was to be
 * created and was not, except in a dry run.
 */
export const create = async (
  terminal: Terminal,
  workspace: MakingWorkspace,
  options: CreateOptions,
): Promise<number> => {
  const plan = onlyPlan(workspace);
  const { kind, selection, another } = options;
  const request = { plan: plan.uri, kind, selection, another };
  const prepared = await workspace.prepareCreation(request);
  if (!prepared.ok) throw prepared.error;
  const batch = prepared.value;
  const isJson = options.format === 'json';
  // machine output has standard output to itself
  const tell = (text: string): void => (isJson ? undefined : terminal.out(text));
  const answer = (created: readonly NewFile[], failed: CreateJson['failed']): void => {
    if (isJson) terminal.out(toJson(jsonOf(workspace, batch, created, failed)));
  };
  tell(previewText(workspace, batch, painter(terminal)));
  if (batch.missingSubplans.length > 0) {
    tell(missingText(workspace, plan, batch));
    answer([], []);
    return 1;
  }
  if (options.dryRun) {
    if (batch.files.length > 0) tell('Dry run: nothing was created.');
    answer(batch.files, []);
    return 0;
  }
  if (batch.files.length === 0) {
    answer([], []);
    return 0;
  }
  const consent = {
    yes: options.yes,
    format: options.format,
    preview: previewText(workspace, batch, painter({ color: false })),
    question: `Create ${batch.files.length} ${NOUNS[kind](batch.files.length)}?`,
  };
  if (!(await mayCreate(terminal, consent))) {
    tell('Nothing was created.');
    answer([], []);
    return 1;
  }
  const outcome = await workspace.create(batch);
  const { created } = outcome;
  const failed = outcome.failed.map(({ file, reason }) => ({ id: file.id, reason }));
  tell(resultText(workspace, batch, created));
  if (created.length > 0 && outcome.journalProblem !== undefined) {
    terminal.err(
      `This batch cannot be undone: the journal could not be written (${outcome.journalProblem}).`,
    );
  }
  for (const line of failureLines(failed)) terminal.err(line);
  answer(created, failed);
  return failed.length > 0 ? 1 : 0;
};

const jsonOf = (
  workspace: Workspace,
  batch: CreationBatch,
  created: readonly NewFile[],
  failed: CreateJson['failed'],
): CreateJson => ({
  created: created.map(({ uri }) => pathIn(workspace, uri)),
  skipped: batch.skipped.map(({ id, reason }) => ({ id, reason })),
  failed,
  missingSubplans: batch.missingSubplans,
  unfilled: batch.unfilled.map(({ id, uri, places }) => ({ id, subplan: pathIn(workspace, uri), places })),
});
