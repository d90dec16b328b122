import { groupBy } from '../../shared/groupBy';
import { samePrp } from '../document/prp/prpName';
import type { RepositoryHistory } from '../history';
import type { Achievement, ElsewherePrp, Status } from '../model/achievement';
import type { Plan } from '../model/plan';
import { span } from '../model/text';
import { type Batch, batchesOf, numberedId } from './prp/batches';
import { PrpRelations } from './prp/dependencies';
import { type CountHolders, type Ending, endingOf } from './prp/done';
import { identified, type PrpMember } from './prp/identity';
import { outReason, type PlacedPrp, type PrpSurroundings, placed, type ReadPrp } from './prp/member';
import { withoutMirrors } from './prp/mirrors';
import { phasePlan } from './prp/phasePlan';
import { isTemplate } from './prp/place';
import { createPrpIndex } from './prp/resolve';

export type { PlacedPrp, PrpSurroundings, ReadPrp } from './prp/member';

/** What the files named like PRPs come to. */
export interface JoinedPrps {
  readonly plans: readonly Plan[];
  /** Those that are in no plan: documents about PRPs, templates, files without front matter. */
  readonly documents: readonly PlacedPrp[];
}

/** Joins PRP files into batches, one plan each; the PRPs are its achievements, stages its levels. */
export const joinBatches = (prps: readonly ReadPrp[], surroundings: PrpSurroundings): JoinedPrps => {
  if (prps.length === 0) return { plans: [], documents: [] };
  const all = withoutMirrors(prps.map((prp) => placed(prp, surroundings.roots)));
  const isPrp = ({ facts, place }: PlacedPrp): boolean => facts.kind === 'prp' && !isTemplate(place);
  const members = [...groupBy(all.filter(isPrp), ({ place }) => place.root).values()].flatMap(identified);
  const others = all.filter((prp) => !isPrp(prp));
  const named = others
    .filter(({ place }) => !isTemplate(place))
    .map((prp): PrpMember => ({ ...prp, id: prp.facts.id, twins: [] }));
  const batches = batchesOf(members);
  const planOf = new Map(batches.flatMap(({ uri, members: own }) => own.map((each) => [each, uri] as const)));
  const holders = holdersAmong(members, surroundings);
  const endings = new Map(
    [...members, ...named].map((each) => [each, endingOf(each, numberedId(each), surroundings, holders)]),
  );
  const elsewhere = (from: PrpMember, to: PrpMember): ElsewherePrp | undefined => {
    if (planOf.has(to) && planOf.get(to) === planOf.get(from)) return undefined;
    const { facts, uri } = to;
    const status = statusOf(endings.get(to));
    return { title: facts.title, uri, line: lineOf(to) + 1, status, plan: planOf.get(to) };
  };
  const relations = new PrpRelations(createPrpIndex([...members, ...named]), members, elsewhere);
  const hasBatch = new Set(batches.map(({ root, name }) => `${root} ${name}`));
  const phased = others.filter(({ facts, place }) => facts.phases.length > 0 && !isTemplate(place));
  return {
    plans: [
      ...batches.map((batch) => planOfBatch(batch, relations, endings)),
      ...phased.map((prp) => phasePlan(prp, hasBatch.has(`${prp.place.root} ${prp.facts.id}`))),
    ],
    documents: others.filter((prp) => !phased.includes(prp)),
  };
};

/** How many PRPs to be done have an id in a repository: a commit that names it could mean any of them. */
const holdersAmong = (members: readonly PrpMember[], { historyOf }: PrpSurroundings): CountHolders => {
  const counts = new Map<RepositoryHistory, Map<string, number>>();
  for (const member of members) {
    const history = historyOf(member.place.root);
    if (typeof history === 'string' || outReason(member) !== undefined) continue;
    const own = counts.get(history) ?? new Map<string, number>();
    const key = samePrp(numberedId(member));
    own.set(key, (own.get(key) ?? 0) + 1);
    counts.set(history, own);
  }
  return (root, id) => {
    const history = historyOf(root);
    return typeof history === 'string' ? 0 : (counts.get(history)?.get(samePrp(id)) ?? 0);
  };
};

const statusOf = (ending: Ending | undefined): Status => {
  if (ending?.out !== undefined) return 'skipped';
  return ending?.done === 'proven' || ending?.done === 'by-reference' ? 'complete' : 'not_started';
};

/** Zero-based. */
const lineOf = ({ facts }: PrpMember): number => facts.lines.lineAt(facts.idSpan.start);

const planOfBatch = (
  { name, uri, root, members }: Batch,
  relations: PrpRelations,
  endings: ReadonlyMap<PrpMember, Ending>,
): Plan => ({
  kind: 'prp-batch',
  name,
  uri,
  folders: { root, subplans: root, executions: root, feedbacks: root },
  achievements: members.map((member) => achievementOf(member, relations, endings.get(member))),
  prps: members.map(({ id, uri: file, facts, twins }) => ({ id, uri: file, facts, twins })),
  dependencySource: 'plan',
  parallel: undefined,
  facts: undefined,
  unnumbered: [],
  strays: [],
  work: new Map(),
});

const achievementOf = (
  member: PrpMember,
  relations: PrpRelations,
  ending: Ending | undefined,
): Achievement => {
  const { id, uri, facts } = member;
  const line = lineOf(member);
  return {
    id,
    title: facts.title,
    uri,
    definition: span(facts.lines.startOf(line), facts.idSpan.end),
    idSpan: facts.idSpan,
    body: span(0, facts.lines.length),
    line: line + 1,
    priority: undefined,
    fields: [],
    ...relations.of(member),
    effort: facts.effort,
    actual: facts.actual && { ...facts.actual, saidIn: [uri] },
    status: statusOf(ending),
    evidence: ending?.evidence ?? [],
    subplan: undefined,
    executions: [],
    attempts: [],
    approved: undefined,
    fix: undefined,
    skipped: undefined,
    claimedStatus: facts.claimedStatus,
    subExecutions: [],
    prp: {
      done: ending?.done ?? 'unknown',
      why: ending?.why ?? '',
      out: ending?.out,
      declaredStage: facts.stage?.number,
      files: facts.files.map(({ path }) => path),
    },
  };
};
