import { samePrp } from '../../document/prp/prpName';
import type { Commit, RepositoryHistory } from '../../history';

/** The commits of a repository as evidence for PRPs. */
export interface CommitEvidence {
  /** Commits whose subject says that work on a PRP was done, newest first; by {@link samePrp}. */
  readonly byPrp: ReadonlyMap<string, readonly Commit[]>;
  /** Full hashes of commits that were taken back. */
  readonly reverted: ReadonlySet<string>;
}

/** An id as a word of its own: `PRP-4` is not in `PRP-47`, `PRP-4.1` and `PRP-4-INITIAL`. */
const ID = /(?<![\w.-])[Pp][Rr][Pp][-_ ]?(\d+(?:\.\d+)*[a-z]?|[A-Z](?:\.\d+)*)(?![\w-]|\.\d)/g;
const QUOTED_REVERT = /^revert "(.*)"$/i;
const QUOTED_REAPPLY = /^reapply "(.*)"$/i;
const TAKES_BACK = /^(?:revert|roll(?:s|ed|ing)? ?back|back(?:s|ed|ing)? ?out|undo)\b/i;

/** Verbs whose object is the document of a PRP: planning, moving, archiving, telling its status. */
const ABOUT_DOCUMENT = new Set(
  (
    'add adds added adding create creates created creating generate generates generated generating write writes ' +
    'draft drafts drafted drafting plan plans planned planning propose proposes proposed prepare prepares prepared ' +
    'design outline specify move moves moved moving rename renames renamed renaming relocate archive archives ' +
    'archived archiving mark marks marked marking update updates updated updating review reviews reviewed ' +
    'reviewing revise revises revised refine refines refined edit edits edited split splits close closes closed ' +
    'reopen delete deletes deleted remove removes removed supersede supersedes superseded reject rejects rejected ' +
    'abandon abandons abandoned defer defers deferred postpone schedule renumber sync enrich expand'
  ).split(' '),
);
/** What may stand between such a verb and the id. */
const FILLER = new Set(
  (
    'the a an new initial draft batch prp prps doc docs document documents documentation file files feature request ' +
    'requests status statuses header headers metadata front matter frontmatter of for in to and plan plans spec specs ' +
    'all executed completed remaining'
  ).split(' '),
);
/** What follows an id where the subject is about the document. */
const SAYS_DOCUMENT =
  /^[\s:)\]–—-]*(?:status\b|wip\b|plan(?:ning|ned)?\b|draft\b|initial (?:draft|plan|version)\b|(?:peer[- ])?reviewed\b|(?:peer[- ])?review(?: notes)?\s*$|archived?\s*$|archived? (?:as|prp|to|file|document)\b|superseded\b|rejected\b|abandoned\b|(?:to|→|->)\s*(?:executed|archived?|completed|done)\b|mark(?:ed|s)?\b|moved?\s*$|moved? (?:to|into|from|prp|file|document)\b.{0,60}\b(?:executed|archived?|completed|done|feature-requests)\b|moved? (?:prp|file|document)\b|renamed? (?:prp|file|document)\b|(?:update|set|change|fix|sync)(?:s|d)? (?:the )?(?:prp )?(?:status|front ?matter|metadata|header)\b|(?:add|create|generate|write|update)(?:s|d)? (?:the )?(?:prp|feature request|document)\b)/i;
const PLANNING_TYPE = /^(?:plan|planning|status|archive|wip)(?:\([^)]{0,100}\))?!?:|^\[?wip\b/i;

const known = new WeakMap<RepositoryHistory, CommitEvidence>();

/** Looks at the commits of a history once. */
export const evidenceIn = (history: RepositoryHistory): CommitEvidence => {
  const before = known.get(history);
  if (before) return before;
  const evidence = read(history.commits);
  known.set(history, evidence);
  return evidence;
};

const read = (commits: readonly Commit[]): CommitEvidence => {
  const byPrp = new Map<string, Commit[]>();
  const undone = new Undone();
  for (const commit of commits) {
    // what was taken back takes nothing back itself
    if (undone.has(commit) || undone.note(commit)) continue;
    for (const { key } of workIn(commit.subject)) {
      if (undone.prps.has(key)) continue;
      const list = byPrp.get(key);
      if (list) list.push(commit);
      else byPrp.set(key, [commit]);
    }
  }
  return { byPrp, reverted: undone.hashes };
};

/** What newer commits took back of the older ones. */
class Undone {
  readonly hashes = new Set<string>();
  /** PRPs all of whose older commits were taken back. */
  readonly prps = new Set<string>();
  /** How many commits of a subject are still to be met. */
  readonly #subjects = new Map<string, number>();

  has({ hash, subject }: Commit): boolean {
    const waiting = this.#subjects.get(subject) ?? 0;
    if (waiting > 0) {
      this.#subjects.set(subject, waiting - 1);
      this.hashes.add(hash);
    }
    return this.hashes.has(hash);
  }

  /** True for a commit that takes others back. */
  note({ subject, reverts }: Commit): boolean {
    const takenBack = QUOTED_REVERT.exec(subject)?.[1] ?? reapplied(subject);
    if (reverts !== undefined) this.hashes.add(reverts);
    else if (takenBack !== undefined) this.#subjects.set(takenBack, (this.#subjects.get(takenBack) ?? 0) + 1);
    else if (TAKES_BACK.test(subject)) for (const { key } of idsIn(subject)) this.prps.add(key);
    else return false;
    return true;
  }
}

/** What puts a change back takes its revert back. */
const reapplied = (subject: string): string | undefined => {
  const what = QUOTED_REAPPLY.exec(subject)?.[1];
  return what === undefined ? undefined : `Revert "${what}"`;
};

interface NamedId {
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

const idsIn = (subject: string): readonly NamedId[] =>
  [...subject.matchAll(ID)].map((match) => ({
    key: samePrp(`PRP-${match[1] ?? ''}`),
    start: match.index,
    end: match.index + match[0].length,
  }));

/** The PRPs that a subject says were worked on, each once. */
const workIn = (subject: string): readonly NamedId[] => {
  if (PLANNING_TYPE.test(subject)) return [];
  const ids = idsIn(subject);
  const found = ids.filter(
    ({ start }, at) => !isObject(subject.slice(0, start)) && !SAYS_DOCUMENT.test(behind(subject, ids, at)),
  );
  return found.filter(({ key }, at) => found.findIndex((other) => other.key === key) === at);
};

/** What a subject says behind an id and those that follow it in a list. */
const behind = (subject: string, ids: readonly NamedId[], at: number): string => {
  let last = at;
  const isJoined = (from: number, to: number): boolean => /^(?:[\s,&+/]|and)*$/.test(subject.slice(from, to));
  while (isJoined(ids[last]?.end ?? 0, ids[last + 1]?.start ?? -1) && last + 1 < ids.length) last++;
  return subject.slice(ids[last]?.end);
};

/** `Add the new …`: what stands in front of an id makes a document of it. */
const isObject = (before: string): boolean => {
  const words = before.toLowerCase().match(/[a-z\d][\w.-]*/g) ?? [];
  for (const word of words.reverse()) {
    if (ABOUT_DOCUMENT.has(word)) return isTight(before, word);
    if (!FILLER.has(word) && !/^prp-?[\da-z.]+$|^\d[\d.]*$/.test(word)) return false;
  }
  return false;
};

/** In `Add search (PRP-4)` the verb has another object; in `docs(prp): add PRP-4` it has not. */
const isTight = (before: string, verb: string): boolean => {
  const behind = before.slice(before.toLowerCase().lastIndexOf(verb) + verb.length);
  return !/[([:]/.test(behind);
};
