import { samePrp } from '../../document/prp/prpName';
import type { Commit } from '../../history';
import type { Evidence, PrpState } from '../../model/achievement';
import { evidenceIn } from './commits';
import { outReason, type PlacedPrp, type PrpSurroundings } from './member';

/** What is known of the end of a PRP. */
export interface Ending extends Pick<PrpState, 'done' | 'why' | 'out'> {
  /** Strongest first; empty where nothing proves it. */
  readonly evidence: readonly Evidence[];
}

/** How many PRPs to be done have an id, in the repository that a PRPs folder belongs to. */
export type CountHolders = (root: string, id: string) => number;

const CLAIMS = /^\W{0,8}(?:executed|completed?|done|finished|implemented|merged|closed|shipped|deployed)\b/i;

/**
 * Whether a PRP is done, with its proof: a commit that its front matter names, one whose subject names it, a folder
 * that says so; else its own word. What its folder or its front matter calls superseded and the like is out.
 */
export const endingOf = (
  prp: PlacedPrp,
  id: string,
  { historyOf }: PrpSurroundings,
  holders: CountHolders,
): Ending => {
  const { says } = prp;
  const out = outReason(prp);
  if (says?.kind === 'out') return outOf(prp, says.reason, `it is in a folder ${says.folder}`);
  const history = historyOf(prp.place.root);
  const commits = commitsFor(prp, id, history, holders);
  const proven = provenBy(prp, commits);
  if (proven) return proven;
  if (out !== undefined) return outOf(prp, out, `its front matter says ${out}`);
  if (says?.kind === 'archived') return outOf(prp, 'archived', `it is in a folder ${says.folder}`);
  return unproven(prp, history, commits);
};

/** What the commits of a repository say of a PRP. */
interface PrpCommits {
  /** The commit that its front matter names, in full. */
  readonly named: string | undefined;
  /** The commit as the front matter writes it, if it does not count. */
  readonly missing: string | undefined;
  readonly reference: Commit | undefined;
  /** Commits name its id, but several PRPs have it. */
  readonly isShared: boolean;
}

const commitsFor = (prp: PlacedPrp, id: string, history: Known, holders: CountHolders): PrpCommits => {
  if (typeof history === 'string') {
    return { named: undefined, missing: undefined, reference: undefined, isShared: false };
  }
  const { byPrp, reverted } = evidenceIn(history);
  const all = prp.facts.commits.map(({ hash }) => ({ hash, full: history.find(hash) }));
  const named = all.find(({ full }) => full !== undefined && !reverted.has(full))?.full;
  const [reference] = byPrp.get(samePrp(id)) ?? [];
  const isShared = reference !== undefined && holders(prp.place.root, id) > 1;
  return {
    named,
    missing: named === undefined ? all[0]?.hash : undefined,
    reference: isShared ? undefined : reference,
    isShared,
  };
};

const provenBy = ({ says, uri }: PlacedPrp, { named, reference }: PrpCommits): Ending | undefined => {
  const folder = says?.kind === 'done' ? says.folder : undefined;
  const hash = named ?? reference?.hash;
  const evidence: readonly Evidence[] = [
    ...(hash === undefined ? [] : [{ kind: 'commit' as const, uri: `commit:${hash}` }]),
    ...(folder === undefined ? [] : [{ kind: 'folder' as const, uri }]),
  ];
  const ending = (done: Ending['done'], why: string): Ending => ({ done, why, out: undefined, evidence });
  if (named !== undefined) {
    return ending('proven', `its front matter names commit ${short(named)}, which HEAD reaches`);
  }
  if (folder !== undefined) return ending('proven', `it is in a folder ${folder}`);
  return reference && ending('by-reference', `commit ${referenceWords(reference)} names it`);
};

const unproven = ({ facts }: PlacedPrp, history: Known, commits: PrpCommits): Ending => {
  const lack = lackWords(history, commits);
  const claim = facts.claimedStatus?.trim();
  if (claim !== undefined && CLAIMS.test(claim)) {
    return { done: 'claimed', why: `it says "${claim}" itself, but ${lack}`, out: undefined, evidence: [] };
  }
  const isSure = typeof history === 'object' && history.isWhole && !commits.isShared;
  return { done: isSure ? 'open' : 'unknown', why: lack, out: undefined, evidence: [] };
};

const outOf = ({ uri }: PlacedPrp, out: string, why: string): Ending => ({
  done: 'open',
  why,
  out,
  evidence: [{ kind: 'folder', uri }],
});

const LONGEST_SUBJECT = 80;
const short = (hash: string): string => hash.slice(0, 9);
const referenceWords = ({ hash, subject }: Commit): string =>
  `${short(hash)} "${subject.length > LONGEST_SUBJECT ? `${subject.slice(0, LONGEST_SUBJECT)}…` : subject}"`;

type Known = ReturnType<PrpSurroundings['historyOf']>;

/** Why nothing proves it. */
const lackWords = (history: Known, { missing, isShared }: PrpCommits): string => {
  if (history === 'none') return 'no folder says that it is done, and there is no git history to ask';
  if (history === 'pending') return 'no folder says that it is done, and git has not answered yet';
  if (isShared) return 'commits name its id, which several PRPs have';
  if (missing !== undefined) return `commit ${short(missing)}, which its front matter names, is not in force`;
  return history.isWhole
    ? 'no commit and no folder says that it is done'
    : 'no folder and no available commit says that it is done; older commits are missing';
};
