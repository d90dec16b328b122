import { ownText } from '../../shared/ownText';
import { readSuffix } from './nameSuffix';
import { composed, sameName } from './names';

export { digitsLookup, digitsOf, idsForDigits } from './nameDigits';

/** File names of parallel.json, the usual one first (FORMAT B3). */
export const PARALLEL_NAMES: readonly string[] = [
  'parallel.json',
  'PARALLEL-EXECUTION-ANALYSIS.json',
  'parallel-execution.json',
  'parallel_analysis.json',
];

export type WorkKind = 'subplan' | 'execution';
export type NamedKind = WorkKind | 'approved' | 'fix' | 'skipped';

/** What the name of an evidence file tells. */
export interface EvidenceName {
  readonly kind: NamedKind;
  /** Of the achievement, as written: `11`, `1-11`, `1.1`, `08_05`; empty where the name tells none. */
  readonly digits: string;
  /** Another reading of the same figures: a feedback file may mean it too, work only where the first fits no id. */
  readonly instead: { readonly digits: string; readonly number: string | undefined } | undefined;
  /** `01` of `EXECUTION_TASK_X_11_01.md`. */
  readonly number: string | undefined;
  /** What follows the figures and is neither a mark of an attempt nor of a copy. */
  readonly suffix: string | undefined;
  /** Of several attempts at the same document the highest is the later one; see `nameSuffix.ts`. */
  readonly attempt: number;
  readonly isCopy: boolean;
}

/** Whose files are meant, and whose are not: plans whose names begin with the same words take theirs. */
export interface PlanNames {
  readonly name: string;
  /** Names of other plans that begin with this one's. */
  readonly rivals?: readonly string[];
}

export const PREFIXES = { subplan: 'SUBPLAN_', execution: 'EXECUTION_TASK_' } as const;

const PLAN = /^PLAN_(.+)\.md$/i;
const WORK = /^(?:(SUBPLAN)|EXECUTION[_ -]?TASK)[_ -](?=.*\.md$)/i;
const FEEDBACK = /^(APPROVED|FIX|SKIPPED)[_ .-]{1,3}(?:ACHIEVEMENT[_ -]{1,3})?(?=.*\.md$)/i;
const FIGURES = String.raw`\d+(?:[.-]\d+)*`;
const REST = new RegExp(String.raw`^(${FIGURES}(?:_${FIGURES})*)(?:(?:[_ .-]{1,3}|(?=\())(\D.*))?\.md$`, 'i');

/** `<NAME>` of `PLAN_<NAME>.md`, composed; undefined for every other name. */
export const planNameOf = (fileName: string): string | undefined => {
  if (!fileName.startsWith('PLAN_')) return undefined;
  const name = PLAN.exec(fileName)?.[1];
  return name === undefined ? undefined : composed(name);
};

/** A document above PLANs by its file name. */
export interface ParentName {
  readonly kind: 'grammaplan' | 'north-star';
  readonly name: string;
}

const PARENT = /^(GRAMMAPLAN|NORTH[_-]STAR)_(.+)\.md$/;

/** What `GRAMMAPLAN_<NAME>.md` and `NORTH_STAR_<NAME>.md` are; undefined for every other name, templates too. */
export const parentNameOf = (fileName: string): ParentName | undefined => {
  const [, prefix, name] = PARENT.exec(fileName) ?? [];
  if (name === undefined || /^TEMPLATE$|[<[{]/i.test(name)) return undefined;
  return { kind: prefix === 'GRAMMAPLAN' ? 'grammaplan' : 'north-star', name: composed(name) };
};

/** Words of evidence files at another place or in another form, beside figures as achievements have them. */
const LOOKS_LIKE = [
  /(?:^|[_ .-])(?:APPROVED|APPROVAL|SKIPPED|FIXED|FIX|SUB[_ -]?PLAN)[_ .-]\d{1,4}(?:[_.-]\d{1,3}){0,2}\.md$/i,
  /^\d{1,4}(?:[_.-]\d{1,3}){0,2}[_ .-](?:APPROVED|APPROVAL|SKIPPED|FIXED|FIX|SUB[_ -]?PLAN)\.md$/i,
  /^EXECUTION[_ -].*[_-]\d{1,4}_\d{2}\.md$/i,
];

/** Whether a name only looks like one that is read: `11_APPROVED.md`, `FIXED_11.md`, `EXECUTION_SHOP_11_01.md`. */
export const looksLikeEvidence = (fileName: string): boolean =>
  LOOKS_LIKE.some((pattern) => pattern.test(fileName)) && !isEvidenceName(fileName);

/** What a SUBPLAN or EXECUTION_TASK is, by how its name begins; undefined for every other file. */
export const workKindOf = (fileName: string): WorkKind | undefined => {
  const match = WORK.exec(fileName);
  return match ? kindOfWork(match) : undefined;
};

const kindOfWork = (match: RegExpExecArray): WorkKind => (match[1] === undefined ? 'execution' : 'subplan');

/** Whether the contents of a file may prove something, by its name alone. */
export const isEvidenceName = (fileName: string): boolean =>
  WORK.test(fileName) || (FEEDBACK.test(fileName) && /\d/.test(fileName));

/** What plans have in common is their numbers: the same few names come again in every one, and are kept once. */
const MOST_NAMES = 1_000;
const known: Readonly<Record<NamedKind, Map<string, EvidenceName>>> = {
  subplan: new Map(),
  execution: new Map(),
  approved: new Map(),
  fix: new Map(),
  skipped: new Map(),
};

/** What follows the prefix and the name of the plan: figures, marks and the extension. */
export const readFigures = (kind: NamedKind, rest: string): EvidenceName | undefined => {
  const same = known[kind];
  const before = same.get(rest);
  if (before) return before;
  const [, figures, behind = ''] = REST.exec(rest) ?? [];
  if (figures === undefined) return undefined;
  const suffix = readSuffix(ownText(behind));
  if (kind === 'fix' && suffix.suffix !== undefined) return undefined;
  const read = { kind, ...numbersIn(kind, figures.split('_').map(ownText)), ...suffix };
  if (same.size >= MOST_NAMES) same.clear();
  same.set(ownText(rest), read);
  return read;
};

/** The last of several numbers of an EXECUTION_TASK counts its executions. */
const numbersIn = (
  kind: NamedKind,
  groups: readonly string[],
): Pick<EvidenceName, 'digits' | 'number' | 'instead'> => {
  const all = groups.join('_');
  const [first = '', second] = groups;
  if (kind === 'subplan' || (kind !== 'execution' && second === undefined)) {
    return { digits: all, number: undefined, instead: undefined };
  }
  if (kind !== 'execution') {
    return { digits: all, number: undefined, instead: { digits: first, number: undefined } };
  }
  if (second === undefined) {
    const [, head, tail] = /^(.+)[.-](\d+)$/.exec(first) ?? [];
    const instead = head === undefined ? undefined : { digits: head, number: tail };
    return { digits: all, number: undefined, instead };
  }
  const last = groups.at(-1) ?? '';
  if (!/^\d+$/.test(last)) return { digits: all, number: undefined, instead: undefined };
  const instead = { digits: all, number: undefined };
  return { digits: groups.slice(0, -1).join('_'), number: last, instead };
};

/**
 * Reads `APPROVED_11.md`, `approved_1.1.md`, `FIX-1-1.md`, `SKIPPED_11 (1).md`, and with the name of a plan
 * `APPROVED_<NAME>_11.md`. A FIX with a suffix (`FIX_21_RESOLUTION`) is no FIX.
 */
export const readFeedbackName = (fileName: string, plan?: PlanNames): EvidenceName | undefined => {
  const match = FEEDBACK.exec(fileName);
  const [start, word] = match ?? [];
  if (start === undefined || word === undefined) return undefined;
  const kind = kindOfFeedback(word);
  const plain = readFigures(kind, fileName.slice(start.length));
  if (plain || !plan) return plain;
  const from = start.length + (/^PLAN[_ -]/i.exec(fileName.slice(start.length))?.[0].length ?? 0);
  const named = restFor(fileName, from, plan);
  const read = named === undefined ? undefined : readFigures(kind, named);
  // with a name in front of them, figures could belong to a longer name that nobody knows
  return read && { ...read, instead: undefined };
};

const kindOfFeedback = (word = ''): NamedKind => {
  const lower = word.toLowerCase();
  return lower === 'approved' || lower === 'fix' ? lower : 'skipped';
};

/** Reads `SUBPLAN_<NAME>_11.md` and `EXECUTION_TASK_<NAME>_11_01.md`; undefined for another plan's files. */
export const readWorkName = (fileName: string, plan: PlanNames): EvidenceName | undefined => {
  const match = WORK.exec(fileName);
  if (!match) return undefined;
  const rest = restFor(fileName, match[0].length, plan);
  return rest === undefined ? undefined : readFigures(kindOfWork(match), rest);
};

/**
 * What the name of an evidence file tells where it leads to no plan: its kind, and the figures at its end. `isBare`
 * where there is no name of a plan in it (`SUBPLAN_11.md`).
 */
export const readStrangeName = (
  fileName: string,
): { readonly reads: EvidenceName; readonly isBare: boolean } | undefined => {
  const work = WORK.exec(fileName);
  const match = work ?? FEEDBACK.exec(fileName);
  if (!match) return undefined;
  const kind = work ? kindOfWork(work) : kindOfFeedback(match[1]);
  const start = match[0].length;
  const bare = readFigures(kind, fileName.slice(start));
  if (bare) return { reads: bare, isBare: true };
  for (let at = start; at < fileName.length; at++) {
    const reads = isBetween(fileName, at) ? readFigures(kind, fileName.slice(at + 1)) : undefined;
    if (reads) return { reads, isBare: false };
  }
  return work ? { reads: { ...NOTHING_TOLD, kind }, isBare: false } : undefined;
};

const NOTHING_TOLD = {
  digits: '',
  instead: undefined,
  number: undefined,
  suffix: undefined,
  attempt: 1,
  isCopy: false,
} as const;

/** Characters that stand between the parts of a name. */
const BETWEEN = '_-. ';
const isBetween = (name: string, at: number): boolean => BETWEEN.includes(name[at] ?? 'x');

/** What follows the name of the plan; undefined where the name is not the plan's, or a rival's, which is longer. */
const restFor = (fileName: string, from: number, { name, rivals = [] }: PlanNames): string | undefined => {
  const rest = restBehind(fileName, from, name);
  if (rest === undefined) return undefined;
  const isRivals = rivals.some((rival) => !MEANS_NOTHING.has(restBehind(fileName, from, rival)));
  return isRivals ? undefined : rest;
};

/** A rival is not meant where its name is all there is: `SUBPLAN_RELEASE_12.md` is no document of RELEASE_12. */
const MEANS_NOTHING: ReadonlySet<string | undefined> = new Set([undefined, 'md', 'MD', 'Md']);

const restBehind = (fileName: string, from: number, name: string): string | undefined => {
  const end = from + name.length;
  if (isBetween(fileName, end) && sameName(fileName.slice(from, end), name)) return fileName.slice(end + 1);
  if (composed(fileName) === fileName && composed(name) === name) return undefined;
  for (let at = from + 1; at < fileName.length; at++) {
    if (isBetween(fileName, at) && sameName(fileName.slice(from, at), name)) return fileName.slice(at + 1);
  }
  return undefined;
};

/** Whether files of a plan called `longer` begin like those of one called `name`. */
export const isRival = (name: string, longer: string): boolean =>
  longer.length > name.length &&
  isBetween(longer, name.length) &&
  sameName(longer.slice(0, name.length), name);
