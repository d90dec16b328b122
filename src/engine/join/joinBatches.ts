import { groupBy } from '../../shared/groupBy';
import type { PrpFacts } from '../document/prp';
import { batchOf } from '../document/prpName';
import type { Achievement, AchievementId } from '../model/achievement';
import { compareIds } from '../model/ids';
import type { Plan } from '../model/plan';
import { span } from '../model/text';
import { nameOf, parentUri } from '../model/uri';

export interface ReadPrp {
  readonly uri: string;
  readonly facts: PrpFacts;
}

/** Folders that say a PRP is done: the only proof the second dialect leaves in the files. */
const DONE_FOLDERS = new Set(['executed', 'already-implemented', 'done', 'completed']);

/** Joins PRP files into batches (`PRP-47`), one plan each; the PRPs are its achievements, stages its levels. */
export const joinBatches = (prps: readonly ReadPrp[]): readonly Plan[] => {
  const batches = groupBy(prps, ({ facts }) => batchOf(facts.id));
  const done = new Set(prps.filter(isDone).map(({ facts }) => facts.id));
  return [...batches].flatMap(([batch, members]) =>
    batch === undefined ? [] : [joinBatch(batch, members, done)],
  );
};

const isDone = ({ uri }: ReadPrp): boolean => {
  for (let folder = parentUri(uri); folder !== parentUri(folder); folder = parentUri(folder)) {
    if (DONE_FOLDERS.has(nameOf(folder).toLowerCase())) return true;
  }
  return false;
};

const joinBatch = (batch: string, members: readonly ReadPrp[], done: ReadonlySet<AchievementId>): Plan => {
  const sorted = [...members].sort((a, b) => compareIds(a.facts.id, b.facts.id) || (a.uri < b.uri ? -1 : 1));
  const first = new Map<AchievementId, ReadPrp>();
  for (const prp of sorted) if (!first.has(prp.facts.id)) first.set(prp.facts.id, prp);
  const root = commonFolder(sorted.map(({ uri }) => parentUri(uri)));
  const isDoneElsewhere = (id: AchievementId): boolean => !first.has(id) && done.has(id);
  return {
    kind: 'prp-batch',
    name: batch,
    uri: `${root}#${batch}`,
    folders: { root, subplans: root, executions: root, feedbacks: root },
    achievements: [...first.values()].map((prp) => achievementOf(prp, isDoneElsewhere)),
    doneElsewhere: [...first.values()].flatMap(({ uri, facts }) =>
      facts.dependencies
        .filter(({ id }) => isDoneElsewhere(id))
        .map(({ id, span: place }) => ({ achievement: facts.id, dependsOn: id, uri, span: place })),
    ),
    dependencySource: 'plan',
    parallel: undefined,
    facts: undefined,
    unnumbered: [],
    strays: [],
    work: new Map(),
  };
};

/** `isDoneElsewhere`: dependencies on finished PRPs of other batches hold nobody up and are left out. */
const achievementOf = (prp: ReadPrp, isDoneElsewhere: (id: AchievementId) => boolean): Achievement => {
  const { uri, facts } = prp;
  const complete = isDone(prp);
  const line = facts.lines.lineAt(facts.idSpan.start);
  return {
    id: facts.id,
    title: facts.title,
    uri,
    definition: span(facts.lines.startOf(line), facts.idSpan.end),
    idSpan: facts.idSpan,
    body: span(0, facts.lines.length),
    line: line + 1,
    priority: undefined,
    fields: [],
    dependencies: facts.dependencies
      .filter(({ id }) => !isDoneElsewhere(id))
      .map(({ id, span: place }) => ({ id, said: [{ by: 'front-matter', uri, span: place }] })),
    unreadDependencies: [],
    dependencyNotes: [],
    effort: facts.effort,
    actual: facts.actual && { ...facts.actual, saidIn: [uri] },
    status: complete ? 'complete' : 'not_started',
    evidence: complete ? [{ kind: 'folder', uri }] : [],
    subplan: undefined,
    executions: [],
    approved: undefined,
    fix: undefined,
    skipped: undefined,
    claimedStatus: facts.claimedStatus,
    subExecutions: [],
  };
};

const commonFolder = (folders: readonly string[]): string => {
  let common = folders[0] ?? '';
  for (const folder of folders) {
    while (folder !== common && !folder.startsWith(`${common}/`) && common !== parentUri(common))
      common = parentUri(common);
  }
  return common;
};
