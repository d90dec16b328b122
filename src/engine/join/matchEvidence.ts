import { groupBy } from '../../shared/groupBy';
import type { EvidenceFacts } from '../document/evidence';
import type { AchievementId } from '../model/achievement';
import { digitsLookup } from '../model/fileName';
import type { StrayDocument } from '../model/plan';
import type { EvidenceFile } from './evidenceFiles';

/** An evidence file with what it says. */
export interface ReadEvidence {
  readonly file: EvidenceFile;
  readonly facts: EvidenceFacts;
}

/** Who else keeps evidence in the same folder: feedback files there name no plan. */
export interface Sharing {
  readonly planName: string;
  /** True when the plan is the only one that keeps evidence in this root. */
  isAlone(root: string): boolean;
  /** True when another plan of this root has the id too. */
  isContested(root: string, id: AchievementId): boolean;
}

export interface MatchedEvidence {
  readonly byId: ReadonlyMap<AchievementId, readonly ReadEvidence[]>;
  readonly strays: readonly StrayDocument[];
}

const NONE: MatchedEvidence = { byId: new Map(), strays: [] };

type Match = { readonly id: AchievementId } | StrayDocument | undefined;

/** Gives every evidence file to the achievement it belongs to: header id first, then digits, never a guess. */
export const matchEvidence = (
  evidence: readonly ReadEvidence[],
  ids: readonly AchievementId[],
  sharing: Sharing,
): MatchedEvidence => {
  if (evidence.length === 0) return NONE;
  const known = new Set(ids);
  const idsNamed = digitsLookup(ids);
  const matches = evidence.map((each) => ({ each, match: matchOne(each, idsNamed, known, sharing) }));
  const matched = matches.flatMap(({ each, match }) =>
    match && 'id' in match ? [{ id: match.id, each }] : [],
  );
  const groups = groupBy(matched, ({ id }) => id);
  return {
    byId: new Map([...groups].map(([id, group]) => [id, group.map(({ each }) => each)])),
    strays: matches.flatMap(({ match }) => (match && !('id' in match) ? [match] : [])),
  };
};

const matchOne = (
  { file, facts }: ReadEvidence,
  idsNamed: (digits: string) => readonly AchievementId[],
  known: ReadonlySet<AchievementId>,
  sharing: Sharing,
): Match => {
  const named = facts.planName === sharing.planName;
  const isAlone = sharing.isAlone(file.root);
  if (facts.planName !== undefined && !named && !isAlone && !isWork(file)) return undefined;
  if (!file.reads && !named)
    return isAlone ? stray(file, 'orphan', `another plan (${facts.planName ?? file.name})`, []) : undefined;
  const header = facts.headerIds.find(({ id }) => known.has(id))?.id;
  const candidates = header === undefined ? idsNamed(file.reads?.digits ?? '') : [header];
  const [id] = candidates;
  const says = facts.headerIds[0]?.id ?? file.reads?.digits ?? file.name;
  if (id === undefined) return isAlone || isWork(file) ? stray(file, 'orphan', says, []) : undefined;
  if (candidates.length > 1) return stray(file, 'ambiguous', says, candidates);
  const isSure = named || isAlone || isWork(file) || !sharing.isContested(file.root, id);
  return isSure ? { id } : stray(file, 'ambiguous', says, [id]);
};

/** SUBPLANs and EXECUTION_TASKs carry the plan's name. */
const isWork = ({ reads }: EvidenceFile): boolean => reads?.kind === 'subplan' || reads?.kind === 'execution';

const stray = (
  file: EvidenceFile,
  reason: StrayDocument['reason'],
  says: string,
  candidates: readonly AchievementId[],
): StrayDocument => ({ uri: file.uri, reason, says, candidates });
