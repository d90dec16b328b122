import { claimsIndependence } from '../../engine/propose/independence';
import { parallelBatch } from '../../engine/propose/parallelBatch';
import type { ParallelDraft } from '../../engine/propose/prepare';
import { type Confidence, isTaken } from '../../engine/propose/proposal';
import { printable, printableLine } from '../../engine/words/printable';
import { orThrow } from '../../shared/result';
import { toJson } from '../../shared/toJson';
import { NothingToDo, UserError } from '../../shared/userError';
import { painter } from '../terminal/style';
import type { Terminal } from '../terminal/terminal';
import { onlyPlan } from '../workspace/onlyPlan';
import { type MakingWorkspace, pathIn, type Workspace } from '../workspace/workspace';
import { changeText, generateJson, proposalText } from './parallelText';

export interface GenerateOptions {
  readonly byPriority: boolean;
  readonly minConfidence: Confidence;
  readonly write: boolean;
  /** Allow writing to a parallel.json that exists. */
  readonly update: boolean;
  /** Write without asking. */
  readonly yes: boolean;
  readonly format: 'text' | 'json';
}

/**
 * `parallel generate`: the dependencies that a plan suggests, each with its evidence, and the parallel.json they make;
 * with `write` the file itself. Exit code 1 when it was to be written and was not.
 */
export const parallelGenerate = async (
  terminal: Terminal,
  workspace: MakingWorkspace,
  options: GenerateOptions,
): Promise<number> => {
  const { byPriority, minConfidence, format } = options;
  const plan = onlyPlan(workspace);
  const prepared = await workspace.prepareParallel({ plan: plan.uri, byPriority });
  if (!prepared.ok) throw new NothingToDo(prepared.error.message);
  const draft = prepared.value;
  const taken = draft.proposal.edges.filter((edge) => isTaken(edge, minConfidence));
  const text = orThrow(draft.textWith(taken));
  const say = (line: string): void => {
    if (format === 'text') terminal.out(line);
  };
  const answer = (written: boolean): void => {
    if (format === 'json') terminal.out(toJson(generateJson(workspace, draft, { taken, text, written })));
  };
  say(proposalText(workspace, draft, taken, painter(terminal)));
  if (claimsIndependence(draft, taken)) {
    const why = `${NOTHING_KNOWN}${byPriority ? '.' : ', or add --by-priority.'}`;
    if (options.write) throw new NothingToDo(why);
    say(`\n${why}`);
    answer(false);
    return 0;
  }
  if (!options.write) {
    say(
      `\n${printableLine(pathIn(workspace, draft.uri))}:\n\n${text.trimEnd().split('\n').map(printableLine).join('\n')}`,
    );
    answer(false);
    return 0;
  }
  if (draft.before === text) {
    say('The file already says all of this. Nothing was changed.');
    answer(false);
    return 0;
  }
  if (draft.before !== undefined && !options.update) {
    throw new NothingToDo(
      `${printableLine(pathIn(workspace, draft.uri))} exists. Add --update to add the missing entries.`,
    );
  }
  if (!(await mayWrite(terminal, workspace, draft, options))) {
    say('Nothing was written.');
    answer(false);
    return 1;
  }
  await write(terminal, workspace, draft, text);
  say(changeText(workspace, draft, taken));
  answer(true);
  return 0;
};

const NOTHING_KNOWN =
  'A parallel.json without dependencies would make every achievement count as ready. State the dependencies you know in Dependencies fields of the PLAN';

const mayWrite = async (
  terminal: Terminal,
  workspace: Workspace,
  { uri, before }: ParallelDraft,
  { yes }: GenerateOptions,
): Promise<boolean> => {
  if (yes) return true;
  if (!terminal.interactive) {
    throw new UserError(
      'Cannot ask for confirmation, because this is not a terminal. Add --yes to write the file, or leave out --write.',
    );
  }
  const path = printableLine(pathIn(workspace, uri));
  return terminal.confirm(before === undefined ? `Create ${path}?` : `Change ${path}?`);
};

const write = async (
  terminal: Terminal,
  workspace: MakingWorkspace,
  { plan, uri, before }: ParallelDraft,
  content: string,
): Promise<void> => {
  if (before !== undefined) {
    const replaced = await workspace.replace(plan.uri, { uri, before, content });
    if (!replaced.ok) throw new NothingToDo(`Nothing was written: ${printable(replaced.error.message)}.`);
    return;
  }
  const { failed, journalProblem } = await workspace.create(parallelBatch({ plan, uri }, content));
  const [first] = failed;
  if (first) throw new NothingToDo(`Nothing was written: ${printable(first.reason)}.`);
  if (journalProblem !== undefined) {
    terminal.err(`This cannot be undone: the journal could not be written (${printable(journalProblem)}).`);
  }
};
