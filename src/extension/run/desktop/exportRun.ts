import { mkdir } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { commands, Uri, ViewColumn, window } from 'vscode';
import type { AnalysedPlan } from '../../../engine/model/analysis';
import type { Engine } from '../../../engine/run/engines/engine';
import { engineOf, engines } from '../../../engine/run/engines/engines';
import {
  inTheWay,
  type PreparedExport,
  prepareExport,
  stateOfFile,
} from '../../../node/run/prepare/exportRun';
import { writeOutput } from '../../../node/writeOutput';
import { listed } from '../../../shared/listed';
import { orThrow } from '../../../shared/result';
import { UserError } from '../../../shared/userError';
import { needsDisk } from '../needsDisk';
import type { RunPlanNeeds } from './runPlan';

/**
 * Writes the files that run a plan on an engine, and opens the first of them beside the graph. Asks for the engine
 * unless its id is given, and before it overwrites anything. Nothing where the person turned away.
 */
export const exportRun = async (
  needs: Pick<RunPlanNeeds, 'engine' | 'saveAll'>,
  asked: AnalysedPlan,
  id: unknown,
): Promise<void> => {
  if (!asked.uri.startsWith('file:')) throw needsDisk();
  const engine = typeof id === 'string' ? engineOf(id) : await chosenEngine();
  if (!engine || !(await needs.saveAll(asked))) return;
  // as it is after saving
  const plan = (await needs.engine()).snapshot.planOf(asked.uri) ?? asked;
  const usual = { jobs: undefined, executor: undefined, output: undefined };
  const { files, refusals } = orThrow(prepareExport(plan, engine, usual));
  if (refusals.length > 0) throw new UserError(refusals.join('\n'));
  const foreign = inTheWay(files);
  if (foreign !== undefined) throw new UserError(foreign);
  if (!(await mayOverwrite(files))) return;
  for (const { path, text } of files) {
    if (stateOfFile({ path, text }) === 'same') continue;
    await mkdir(dirname(path), { recursive: true });
    orThrow(await writeOutput(path, text, { force: true }));
  }
  await commands.executeCommand('parallelPlans.showGraph', plan.uri);
  const [first] = files;
  if (first) await window.showTextDocument(Uri.file(first.path), { viewColumn: ViewColumn.Beside });
};

const chosenEngine = async (): Promise<Engine | undefined> => {
  const items = engines.map((engine) => ({ label: engine.title, detail: engine.purpose, engine }));
  const chosen = await window.showQuickPick(items, { title: 'Export Run', placeHolder: 'For which engine?' });
  return chosen?.engine;
};

const mayOverwrite = async (files: PreparedExport['files']): Promise<boolean> => {
  const names = files.filter((file) => stateOfFile(file) === 'different').map(({ path }) => basename(path));
  if (names.length === 0) return true;
  const overwrite = 'Overwrite';
  const answer = await window.showWarningMessage(
    `${listed(names)} differs from what the plan says now.`,
    { modal: true },
    overwrite,
  );
  return answer === overwrite;
};
