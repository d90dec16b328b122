import * as vscode from 'vscode';
import { parallelDocument, planDocument } from '../support/documents.mjs';
import { api, planNamed } from './api';
import { file, until, writeText } from './support';

/** A plan of its own for one test, in the folder that bears its name. */
export interface ScratchPlan {
  /** URI of the PLAN, as a text. */
  readonly uri: string;
  /** Path of a file in the plan's folder. */
  at(path: string): string;
}

/** Writes a plan with these achievements, each with the ids it depends on, and waits until it is known. */
export async function scratchPlan(
  name: string,
  achievements: Readonly<Record<string, readonly string[]>>,
): Promise<ScratchPlan> {
  const ids = Object.entries(achievements);
  const parallel = parallelDocument(
    name,
    ids.map(([id, dependencies]) => [id, { dependencies, status: 'not_started' }]),
  );
  const plan = planDocument(
    name,
    ids.map(([id]) => [
      id,
      { title: `Do ${id}`, priority: '1', lines: [`- **Goal**: Have ${id} done.`, '- **Effort**: 2 hours'] },
    ]),
  );
  await writeText(`${name}/parallel.json`, parallel);
  await writeText(`${name}/PLAN_${name}.md`, plan);
  const known = await planNamed(name);
  await until(async () => {
    const { snapshot } = await api();
    return (await snapshot()).planOf(known.uri)?.dependencySource === 'parallel.json';
  }, `the dependencies of ${name}`);
  return { uri: known.uri, at: (path) => `${name}/${path}` };
}

/** Deletes a scratch plan and waits until nothing shows it any more. */
export async function removePlan(name: string): Promise<void> {
  await vscode.workspace.fs.delete(file(name), { recursive: true });
  const { snapshot } = await api();
  await until(
    async () => (await snapshot()).plans.every((plan) => plan.name !== name),
    `the end of the plan ${name}`,
  );
}
