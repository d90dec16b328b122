import type { ParallelAchievement } from '../facts/parallelFacts';
import type { PlanFacts } from '../facts/planFacts';
import type { Achievement } from '../model/achievement';
import type { AchievementId } from '../model/ids';
import type { DifferingCopies, ParallelDocument, Plan, PlanArchive, StrayDocument } from '../model/plan';
import { parentUri } from '../model/uri';
import { DefinedAchievement } from './definedAchievement';
import { type JoinedDependencies, joinDependencies } from './dependencies';
import { evidenceState, NO_EVIDENCE } from './evidenceState';
import type { LooseFile } from './looseFiles';
import { aloneAs, matchEvidence, type ReadEvidence, type Sharing } from './matchEvidence';
import type { PlanLayout } from './planFiles';
import { settleWork } from './standing';

export interface PlanInput {
  readonly layout: Pick<PlanLayout, 'uri' | 'name' | 'folders' | 'roots'>;
  readonly facts: PlanFacts;
  readonly parallel: ParallelDocument | undefined;
  readonly evidence: readonly ReadEvidence[];
  /** Files in its folders that lead to no plan. */
  readonly strays: readonly LooseFile[];
  readonly sharing: Sharing;
  readonly archive: PlanArchive | undefined;
}

/** Joins a PLAN, its parallel.json and its evidence. An id defined twice counts once, where it stands first. */
export const joinPlan = ({
  layout,
  facts,
  parallel,
  evidence,
  strays,
  sharing,
  archive,
}: PlanInput): Plan => {
  const definitions = firstOfEach(facts.achievements);
  const matched = matchEvidence(evidence, [...definitions.keys()], sharing);
  const work = new Map<AchievementId, readonly ReadEvidence[]>();
  const differing: DifferingCopies[] = [];
  for (const [id, files] of matched.byId) {
    const settled = settleWork(id, files, layout.roots);
    work.set(id, settled.documents);
    differing.push(...settled.differing);
  }
  const dependencies = joinDependencies({ uri: layout.uri, facts }, parallel);
  const listed = new Map(parallel?.facts.achievements.map((each) => [each.id, each]));
  return {
    kind: 'plan',
    name: layout.name,
    uri: layout.uri,
    folders: layout.folders,
    achievements: [...definitions.values()].map(
      (definition) =>
        new DefinedAchievement(
          layout.uri,
          definition,
          listed.get(definition.id),
          dependencies.of(definition.id),
          dependencies.wordsOf(definition.id),
          evidenceState(definition.id, work.get(definition.id)),
          parallel?.uri,
        ),
    ),
    dependencySource: dependencies.source,
    parallel,
    facts,
    unnumbered: facts.unnumbered,
    strays: [...matched.strays, ...strays.map(foreign)],
    differingCopies: differing,
    ...(archive && { archive }),
    work,
  };
};

const foreign = ({ uri, name }: LooseFile): StrayDocument => ({
  uri,
  reason: 'foreign',
  says: name,
  candidates: [],
});

/** A PLAN and a parallel.json alone: its evidence says nothing about dependencies. */
export const joinBarePlan = (
  { uri, name, folders }: Pick<Plan, 'uri' | 'name' | 'folders'>,
  facts: PlanFacts,
  parallel: ParallelDocument | undefined,
): Plan =>
  joinPlan({
    layout: { uri, name, folders, roots: [] },
    facts,
    parallel,
    evidence: [],
    strays: [],
    sharing: aloneAs(name),
    archive: undefined,
  });

/** A parallel.json without a PLAN beside it: its own list stands for the plan, so that it can be checked. */
export const joinLonelyParallel = (parallel: ParallelDocument): Plan => {
  const { uri, facts } = parallel;
  const folder = parentUri(uri);
  const dependencies = joinDependencies(undefined, parallel);
  return {
    kind: 'plan',
    name: facts.planName?.value ?? 'parallel.json',
    uri,
    folders: { root: folder, subplans: folder, executions: folder, feedbacks: folder },
    achievements: [...firstOfEach(facts.achievements).values()].map((each) =>
      listedAchievement(parallel, each, dependencies),
    ),
    dependencySource: dependencies.source,
    parallel,
    facts: undefined,
    unnumbered: [],
    strays: [],
    work: new Map(),
  };
};

const firstOfEach = <T extends { readonly id: AchievementId }>(
  items: readonly T[],
): ReadonlyMap<AchievementId, T> => {
  const first = new Map<AchievementId, T>();
  for (const item of items) if (!first.has(item.id)) first.set(item.id, item);
  return first;
};

const listedAchievement = (
  { uri, facts }: ParallelDocument,
  listed: ParallelAchievement,
  { of, wordsOf }: JoinedDependencies,
): Achievement => ({
  id: listed.id,
  title: listed.title ?? listed.id,
  uri,
  definition: listed.idSpan,
  idSpan: listed.idSpan,
  body: listed.span,
  line: facts.lines.lineAt(listed.span.start) + 1,
  priority: listed.priority,
  fields: [],
  dependencies: of(listed.id),
  unreadDependencies: wordsOf(listed.id).unread,
  dependencyNotes: wordsOf(listed.id).notes,
  effort: listed.effort,
  claimedStatus: listed.claimedStatus?.value,
  subExecutions: listed.subExecutions,
  ...NO_EVIDENCE,
  actual: listed.actual && { ...listed.actual, saidIn: [uri] },
});
