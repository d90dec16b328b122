import * as vscode from 'vscode';
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
  const definitions = Object.keys(achievements).map(
    (id) => `**Achievement ${id}**: Do ${id}\n\n- **Goal**: Have ${id} done.\n- **Effort**: 2 hours\n`,
  );
  const plan = `# PLAN: ${name}\n\n## Desirable Achievements\n\n### Priority 1: All\n\n${definitions.join('\n')}`;
  const parallel = {
    plan_name: name,
    parallelization_level: 'level_2',
    achievements: Object.entries(achievements).map(([achievement_id, dependencies]) => ({
      achievement_id,
      dependencies,
      status: 'not_started',
    })),
  };
  await writeText(`${name}/parallel.json`, JSON.stringify(parallel, undefined, 2));
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
