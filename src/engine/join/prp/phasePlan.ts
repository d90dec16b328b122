import type { Phase } from '../../facts/prpFacts';
import type { Achievement, Dependency } from '../../model/achievement';
import { compareIds } from '../../model/ids';
import type { Plan } from '../../model/plan';
import { nameOf } from '../../model/uri';
import type { PlacedPrp } from './member';

/**
 * A BATCH-PLAN as a plan of its own, its phases the achievements. Where its batch has PRPs, these are what is to be
 * done: the phases are out then.
 */
export const phasePlan = ({ uri, facts, place }: PlacedPrp, hasPrps: boolean): Plan => {
  const { root } = place;
  const name = nameOf(uri).replace(/\.md$/i, '');
  const phases = firstOfEach(facts.phases);
  return {
    kind: 'prp-batch',
    name,
    uri: `${root}#${name}`,
    folders: { root, subplans: root, executions: root, feedbacks: root },
    achievements: phases.map((phase) => achievementOf(phase, phases, hasPrps, { uri, facts })),
    dependencySource: 'plan',
    parallel: undefined,
    facts: undefined,
    unnumbered: [],
    strays: [],
    work: new Map(),
  };
};

const firstOfEach = (phases: readonly Phase[]): readonly Phase[] => {
  const seen = new Set<string>();
  return phases.filter(({ number }) => !seen.has(number) && seen.add(number));
};

const idOf = (number: string): string => `Phase ${number}`;

const achievementOf = (
  phase: Phase,
  phases: readonly Phase[],
  hasPrps: boolean,
  { uri, facts }: Pick<PlacedPrp, 'uri' | 'facts'>,
): Achievement => {
  const words = ({ text, span }: Phase['notes'][number]) => ({ text, uri, span });
  const out = hasPrps ? 'superseded' : undefined;
  return {
    id: idOf(phase.number),
    title: phase.title,
    uri,
    definition: phase.heading,
    idSpan: phase.heading,
    body: phase.body,
    line: facts.lines.lineAt(phase.heading.start) + 1,
    priority: undefined,
    fields: [],
    dependencies: dependenciesOf(phase, phases, uri),
    unreadDependencies: phase.unread.map(words),
    dependencyNotes: phase.notes.map(words),
    effort: phase.effort,
    actual: undefined,
    status: out === undefined ? 'not_started' : 'skipped',
    evidence: [],
    subplan: undefined,
    executions: [],
    attempts: [],
    approved: undefined,
    fix: undefined,
    skipped: undefined,
    claimedStatus: undefined,
    subExecutions: [],
    prp: {
      done: out === undefined ? 'unknown' : 'open',
      why: out === undefined ? 'no PRP has been made of it' : 'PRPs have been made of its plan',
      out,
      declaredStage: undefined,
      files: phase.files.map(({ path }) => path),
    },
  };
};

/** A range is all phases in it; a number that no phase has stays, as a mistake of its own. */
const dependenciesOf = (phase: Phase, phases: readonly Phase[], uri: string): readonly Dependency[] => {
  const byId = new Map<string, Dependency['said'][number][]>();
  for (const { from, to, span } of phase.dependencies) {
    const inRange = phases
      .map(({ number }) => number)
      .filter((each) => compareIds(from, each) <= 0 && compareIds(each, to) <= 0);
    const ends = from === to ? [from] : [from, ...inRange, to];
    for (const number of new Set(ends)) {
      const said = byId.get(idOf(number)) ?? [];
      said.push({ by: 'batch-plan', uri, span });
      byId.set(idOf(number), said);
    }
  }
  return [...byId].map(([id, said]) => ({ id, said }));
};
