// Compares what the engine reads from a folder of real documents with the facts checked by hand beside them.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { URI } from 'vscode-uri';
import { createEngine } from '../../src/engine/createEngine';
import type { AnalysedAchievement, AnalysedPlan } from '../../src/engine/model/analysis';
import { nameOf, relativeUri } from '../../src/engine/model/uri';
import { createDiskFiles } from '../../src/node/diskFiles';
import type { Expected, ExpectedAchievement, ExpectedPlan } from './expected';

const root = path.resolve(process.argv[2] ?? '.');
const expected = JSON.parse(readFileSync(path.join(root, 'expected.json'), 'utf8')) as Expected;
const rootUri = URI.file(root).toString();
const logger = { info: () => undefined, warn: console.warn, error: console.error };
const engine = createEngine({
  files: createDiskFiles(logger),
  logger,
  roots: [rootUri],
  schemaFindings: true,
});
const { plans } = await engine.refresh();

let passed = 0;
const differences: string[] = [];
const check = (what: string, got: unknown, want: unknown): void => {
  if (JSON.stringify(got) === JSON.stringify(want)) passed++;
  else differences.push(`${what}\n    read     ${JSON.stringify(got)}\n    expected ${JSON.stringify(want)}`);
};
const baseOf = (uri: string | undefined): string | null => (uri === undefined ? null : nameOf(uri));
const pathOf = (uri: string): string => decodeURIComponent(relativeUri(rootUri, uri));

/** expected.json does not tell work in progress from an EXECUTION_TASK that was only created. */
const foldStatus = (status: string): string => (status === 'in_progress' ? 'execution_created' : status);

const compareAchievement = (
  plan: string,
  got: AnalysedAchievement | undefined,
  want: ExpectedAchievement,
): void => {
  const where = `${plan} ${want.id}`;
  check(`${where} title`, got?.title, want.title);
  check(`${where} line`, got?.line, want.line);
  check(
    `${where} dependencies`,
    got?.dependencies.map(({ id }) => id),
    want.dependencies,
  );
  check(`${where} level`, got?.level ?? null, want.level);
  check(`${where} status`, got && foldStatus(got.status), want.status);
  check(`${where} SUBPLAN`, baseOf(got?.subplan), want.subplan);
  check(`${where} EXECUTION_TASKs`, got?.executions.map(nameOf), want.executions);
  check(`${where} APPROVED`, baseOf(got?.approved), want.approved);
  check(`${where} FIX`, baseOf(got?.fix), want.fix);
};

const comparePlan = (got: AnalysedPlan | undefined, want: ExpectedPlan): void => {
  check(`${want.plan} is read as a plan`, got !== undefined, true);
  if (!got) return;
  check(`${want.name} name`, got.name, want.name);
  check(
    `${want.name} ids`,
    got.achievements.map(({ id }) => id),
    want.achievements.map(({ id }) => id),
  );
  check(`${want.name} dependency source`, got.dependencySource, want.dependencySource);
  check(`${want.name} parallel.json`, got.parallel ? pathOf(got.parallel.uri) : null, want.parallelJson);
  check(`${want.name} evidence root`, pathOf(got.folders.root), want.evidenceRoot);
  check(
    `${want.name} unnumbered`,
    got.unnumbered.map(({ number, title, line }) => ({ number, title, line })),
    want.unnumbered ?? [],
  );
  for (const achievement of want.achievements)
    compareAchievement(want.name, got.byId.get(achievement.id), achievement);
};

for (const want of expected.plans)
  comparePlan(
    plans.find(({ uri }) => pathOf(uri) === want.plan),
    want,
  );
for (const path of expected.notPlans)
  check(
    `${path} is no plan`,
    plans.some(({ uri }) => pathOf(uri) === path),
    false,
  );
check('number of plans', plans.filter(({ kind }) => kind === 'plan').length, expected.plans.length);
for (const want of expected.prpBatches) {
  const got = plans.find(({ kind, name }) => kind === 'prp-batch' && name === `PRP-${want.batch}`);
  check(
    `PRP batch ${want.batch}`,
    got?.achievements.map(({ id, uri, dependencies, level }) => ({
      id,
      path: pathOf(uri),
      dependencies: dependencies.map((dependency) => dependency.id),
      stage: (level ?? -1) + 1,
    })),
    want.items.map(({ id, path, dependencies, stage }) => ({ id, path, dependencies, stage })),
  );
}
engine.dispose();

for (const difference of differences) console.log(`differs: ${difference}`);
console.log(`${passed} passed, ${differences.length} failed`);
process.exitCode = differences.length > 0 ? 1 : 0;
