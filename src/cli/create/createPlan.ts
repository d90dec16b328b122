import type { NewFile } from '../../engine/create/batch';
import { usualParent } from '../../engine/create/newPlan/place';
import type { NewPlanBatch } from '../../engine/create/newPlan/prepare';
import { printableLine } from '../../engine/words/printable';
import { toJson } from '../../shared/toJson';
import { painter } from '../terminal/style';
import type { Terminal } from '../terminal/terminal';
import { type MakingWorkspace, pathIn } from '../workspace/workspace';
import type { CreateJson } from './create';
import { mayCreate } from './mayCreate';

export interface CreatePlanOptions {
  readonly name: string;
  readonly goal: string;
  /** The titles of the achievements of each priority. */
  readonly priorities: readonly (readonly string[])[];
  readonly dryRun: boolean;
  /** Create without asking. */
  readonly yes: boolean;
  readonly format: 'text' | 'json';
}

/**
 * `create plan`: shows the PLAN, asks, creates it where the other plans of the folder are. Exit code 1 when it was to be
 * created and was not, except in a dry run.
 */
export const createPlan = async (
  terminal: Terminal,
  workspace: MakingWorkspace,
  { name, goal, priorities, dryRun, yes, format }: CreatePlanOptions,
): Promise<number> => {
  const parent = usualParent(workspace.plans, workspace.base) ?? workspace.base;
  const prepared = await workspace.prepareNewPlan({ name, goal, priorities, parent });
  if (!prepared.ok) throw prepared.error;
  const batch = prepared.value;
  const [file] = batch.files;
  const isJson = format === 'json';
  const tell = (text: string): void => (isJson ? undefined : terminal.out(text));
  const answer = (created: readonly NewFile[], failed: CreateJson['failed']): void => {
    if (isJson) terminal.out(toJson(jsonOf(workspace, created, failed)));
  };
  const path = printableLine(pathIn(workspace, file.uri));
  tell(painter(terminal)('bold', `PLAN to create: ${path}`));
  tell(previewOf(batch));
  if (dryRun) {
    tell('Dry run: nothing was created.');
    answer([file], []);
    return 0;
  }
  const preview = `PLAN to create: ${path}\n${previewOf(batch)}`;
  if (!(await mayCreate(terminal, { yes, format, preview, question: 'Create this PLAN?' }))) {
    tell('Nothing was created.');
    answer([], []);
    return 1;
  }
  const { created, failed, journalProblem } = await workspace.create(batch);
  for (const each of created) tell(`Created ${printableLine(pathIn(workspace, each.uri))}`);
  if (created.length > 0 && journalProblem !== undefined)
    terminal.err(`This cannot be undone: the journal could not be written (${journalProblem}).`);
  for (const { reason } of failed) terminal.err(`Not created: ${printableLine(reason)}`);
  answer(
    created,
    failed.map(({ reason }) => ({ id: batch.planName, reason })),
  );
  return failed.length > 0 ? 1 : 0;
};

/** The whole PLAN, indented. */
const previewOf = ({ files: [file] }: NewPlanBatch): string =>
  file.content
    .trimEnd()
    .split('\n')
    .map((line) => (line === '' ? '' : `  ${printableLine(line)}`))
    .join('\n');

const jsonOf = (
  workspace: MakingWorkspace,
  created: readonly NewFile[],
  failed: CreateJson['failed'],
): CreateJson => ({
  created: created.map(({ uri }) => pathIn(workspace, uri)),
  skipped: [],
  failed,
  missingSubplans: [],
  unfilled: [],
});
