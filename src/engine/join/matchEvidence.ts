import { groupBy } from '../../shared/groupBy';
import { withoutTail } from '../../shared/withoutTail';
import type { EvidenceFacts } from '../facts/workFacts';
import { digitsLookup, type EvidenceName, isRival } from '../model/fileName';
import type { AchievementId } from '../model/ids';
import { sameName } from '../model/names';
import type { StrayDocument, WorkDocument } from '../model/plan';
import type { EvidenceFile } from './evidenceFiles';

/** An evidence file with what it says. */
export interface ReadEvidence extends WorkDocument {
  readonly file: EvidenceFile;
  readonly facts: EvidenceFacts;
  /** Equal for equal contents; only of files that may be copies. */
  readonly print?: string | undefined;
}

/** Who else keeps evidence in the same folder: feedback files there need not name a plan. */
export interface Sharing {
  readonly planName: string;
  /** True when the plan is the only one that keeps evidence in this root. */
  isAlone(root: string): boolean;
  /** True when another plan of this root has the id too. */
  isContested(root: string, id: AchievementId): boolean;
  /** True when this plan speaks of what no plan of this root has: one of them does. */
  speaksFor(root: string): boolean;
  /** True when another plan of this root is called so. */
  isOthers(root: string, planName: string): boolean;
  /** True when the digits of a file mean an achievement of another plan of this root. */
  fitsOthers(root: string, digits: string): boolean;
}

/** Nobody else does. */
export const aloneAs = (planName: string): Sharing => ({
  planName,
  isAlone: () => true,
  isContested: () => false,
  speaksFor: () => true,
  isOthers: () => false,
  fitsOthers: () => false,
});

export interface MatchedEvidence {
  readonly byId: ReadonlyMap<AchievementId, readonly ReadEvidence[]>;
  readonly strays: readonly StrayDocument[];
}

const NONE: MatchedEvidence = { byId: new Map(), strays: [] };

type Match = { readonly id: AchievementId; readonly each: ReadEvidence } | StrayDocument | undefined;

/**
 * Gives every evidence file to the achievement it belongs to, never by a guess: feedback by the digits of its name, and
 * by its header where they fit several ids or none; SUBPLANs and EXECUTION_TASKs by their header, then by the digits.
 */
export const matchEvidence = (
  evidence: readonly ReadEvidence[],
  ids: readonly AchievementId[],
  sharing: Sharing,
): MatchedEvidence => {
  if (evidence.length === 0) return NONE;
  const known = new Set(ids);
  const idsNamed = digitsLookup(ids);
  const matches = evidence.map((each) =>
    isWork(each.file)
      ? matchWork(each, idsNamed, known, sharing)
      : matchFeedback(each, idsNamed, known, sharing),
  );
  const matched = matches.flatMap((match) => (match && 'id' in match ? [match] : []));
  const groups = groupBy(matched, ({ id }) => id);
  return {
    byId: new Map([...groups].map(([id, group]) => [id, group.map(({ each }) => each)])),
    strays: matches.flatMap((match) => (match && !('id' in match) ? [match] : [])),
  };
};

type IdsNamed = (digits: string) => readonly AchievementId[];

const matchWork = (
  each: ReadEvidence,
  idsNamed: IdsNamed,
  known: ReadonlySet<AchievementId>,
  { planName }: Sharing,
): Match => {
  const { file, facts } = each;
  if (file.isNamed && facts.planName !== undefined && isOthers(planName, facts.planName))
    return stray(file, 'orphan', `PLAN_${facts.planName}`, []);
  const header = facts.headerIds.find(({ id }) => known.has(id))?.id;
  if (header !== undefined) return { id: header, each };
  const { digits, instead } = file.reads;
  const first = idsNamed(digits);
  const second = first.length === 0 && instead ? idsNamed(instead.digits) : [];
  const named = second.length > 0 ? { ...each, file: readAs(file, instead) } : each;
  const candidates = first.length > 0 ? first : second;
  return decided(named, candidates.length > 0 ? candidates : idsNamed(digitsOfSubplan(facts)));
};

/** One of the two names begins with the other: the digits of one may be part of the other. */
const isOthers = (own: string, named: string): boolean => isRival(own, named) || isRival(named, own);

const readAs = (file: EvidenceFile, instead: EvidenceName['instead']): EvidenceFile => ({
  ...file,
  reads: { ...file.reads, ...instead, instead: undefined },
});

/** `11` of `**Subplan**: SUBPLAN_SHOP_11.md`. */
const digitsOfSubplan = ({ subplan = '' }: EvidenceFacts): string =>
  /\d$/.test(subplan) ? subplan.slice(withoutTail(subplan, '0123456789.-').length) : '';

const decided = (each: ReadEvidence, candidates: readonly AchievementId[]): Match => {
  const [id, second] = candidates;
  if (id === undefined) return stray(each.file, 'orphan', saidBy(each), []);
  return second === undefined ? { id, each } : stray(each.file, 'ambiguous', saidBy(each), candidates);
};

const saidBy = ({ file, facts }: ReadEvidence): string =>
  facts.headerIds[0]?.id ?? (file.reads.digits === '' ? file.name : file.reads.digits);

const matchFeedback = (
  each: ReadEvidence,
  idsNamed: IdsNamed,
  known: ReadonlySet<AchievementId>,
  sharing: Sharing,
): Match => {
  const { file, facts } = each;
  const { root, reads } = file;
  const isAlone = sharing.isAlone(root);
  const isNamed =
    file.isNamed || (facts.planName !== undefined && sameName(facts.planName, sharing.planName));
  const isOurs = isNamed || isAlone;
  if (!isOurs && facts.planName !== undefined) {
    const isNobodys = sharing.speaksFor(root) && !sharing.isOthers(root, facts.planName);
    return isNobodys ? stray(file, 'orphan', `PLAN_${facts.planName}`, []) : undefined;
  }
  const match = decided(each, feedbackCandidates(each, idsNamed, known));
  if (match && 'id' in match) {
    const isSure = isOurs || !sharing.isContested(root, match.id);
    return isSure ? match : stray(file, 'ambiguous', saidBy(each), [match.id]);
  }
  if (isOurs || match?.reason === 'ambiguous') return match;
  return sharing.speaksFor(root) && !sharing.fitsOthers(root, reads.digits) ? match : undefined;
};

const feedbackCandidates = (
  { file: { reads }, facts }: ReadEvidence,
  idsNamed: IdsNamed,
  known: ReadonlySet<AchievementId>,
): readonly AchievementId[] => {
  const { digits, instead } = reads;
  const named = instead ? [...new Set([...idsNamed(digits), ...idsNamed(instead.digits)])] : idsNamed(digits);
  if (named.length === 1) return named;
  const header = facts.headerIds.find(({ id }) => (named.length > 0 ? named.includes(id) : known.has(id)));
  return header ? [header.id] : named;
};

/** SUBPLANs and EXECUTION_TASKs carry the plan's name. */
const isWork = ({ reads }: EvidenceFile): boolean => reads.kind === 'subplan' || reads.kind === 'execution';

const stray = (
  file: EvidenceFile,
  reason: StrayDocument['reason'],
  says: string,
  candidates: readonly AchievementId[],
): StrayDocument => ({ uri: file.uri, reason, says, candidates });
