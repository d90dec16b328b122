import type { AnalysedPlan } from '../model/analysis';
import { idsForDigits } from '../model/fileName';
import type { AchievementId } from '../model/ids';
import { span } from '../model/text';
import { baseName, nameOf } from '../model/uri';
import { digitsStart, readName, renamedFile, spellings } from './fileNames';
import type { RenameEdit, RenameReason, Swap } from './renaming';

/** The names of the files of a plan, by the achievement each belongs to; strays belong to none. */
export const ownersOf = ({
  achievements,
  strays,
  work,
}: AnalysedPlan): ReadonlyMap<string, AchievementId | undefined> =>
  new Map([
    ...strays.map(({ uri }) => [nameOf(uri), undefined] as const),
    ...achievements.flatMap(({ id, uri, evidence }) =>
      [uri, ...evidence.map((each) => each.uri)].map((each) => [nameOf(each), id] as const),
    ),
    ...[...work].flatMap(([id, documents]) => documents.map(({ file }) => [file.name, id] as const)),
  ]);

/** What every document is searched with. */
export interface FileSearch {
  readonly plan: AnalysedPlan;
  readonly owners: ReadonlyMap<string, AchievementId | undefined>;
  readonly swap: Swap;
}

const KIND = /(?<![\w-])(?:(SUBPLAN|EXECUTION_TASK)|APPROVED|FIX|SKIPPED)_/g;
/** The digits of the achievement, and what follows them in the name. */
const DIGITS = /\d+(?:_\w+)?(?:-\w+)*/y;

/** Names without their ending; the documents of the work carry the name of their plan. */
const namesIn = (
  text: string,
  planName: string,
): readonly { readonly name: string; readonly index: number }[] =>
  [...text.matchAll(KIND)].flatMap(({ 0: kind, 1: ofPlan, index }) => {
    const start = index + kind.length;
    const plan = ofPlan === undefined ? '' : `${planName}_`;
    if (!text.startsWith(plan, start)) return [];
    DIGITS.lastIndex = start + plan.length;
    const digits = DIGITS.exec(text)?.[0];
    return digits === undefined ? [] : [{ name: kind + plan + digits, index }];
  });

/** Names of SUBPLANs, EXECUTION_TASKs and feedback files with or without `.md`, whether there is such a file or not. */
export const fileMentions = (search: FileSearch, text: string): readonly RenameEdit[] => {
  const { plan } = search;
  if (plan.kind !== 'plan') return [];
  const written = new Set([plan.name, baseName(plan.uri).slice('PLAN_'.length, -'.md'.length)]);
  return [...written].flatMap((planName) => {
    return namesIn(text, planName).flatMap(({ name, index }) =>
      nameEdit(search, `${name}.md`, planName, index),
    );
  });
};

const nameEdit = (
  { plan, owners, swap }: FileSearch,
  name: string,
  planName: string,
  at: number,
): readonly RenameEdit[] => {
  const read = readName(name, planName);
  const newName = renamedFile(name, planName, swap.from, swap.to);
  if (!read || newName === undefined || newName === name) return [];
  const onDisk = name.replace(`_${planName}_`, `_${plan.name}_`);
  const isOwn = owners.has(onDisk)
    ? owners.get(onDisk) === swap.from
    : idsForDigits(read.digits, swap.ids).length === 1;
  if (!isOwn) return [];
  const start = digitsStart(name, read);
  const end = start + read.digits.length;
  const newText = newName.slice(start, end + newName.length - name.length);
  return [{ span: span(at + start, at + end), newText, reason: 'file-name' }];
};

/** `| 21_01 |` at the start of a table row. */
const EXECUTION_ROW = /^\|[ \t]*(\d+(?:-\d+)*)_\d+(?=[ \t]*\|)/gm;
/** `SUBPLAN_21`, `EXECUTION_TASK_21_01`. */
const SHORT_NAME = /(?<![\w-])(?:SUBPLAN|EXECUTION_TASK)_(\d+(?:-\d+)*)(?:_\d+)?(?![\w-])/g;

/** Numbers of executions in a table of a document of the achievement itself. */
export const executionRows = (search: FileSearch, text: string): readonly RenameEdit[] =>
  numberEdits(search, text, EXECUTION_ROW, () => 'file-name');

/**
 * File names without the name of the plan. Where the achievement has no such file they are doubtful: some plans number
 * their documents without a thought for ids.
 */
export const shortNames = (search: FileSearch, text: string): readonly RenameEdit[] => {
  const { plan, owners, swap } = search;
  const fileName = (short: string): string => `${short.replace(/_(?=\d)/, `_${plan.name}_`)}.md`;
  return numberEdits(search, text, SHORT_NAME, (short) =>
    owners.get(fileName(short)) === swap.from ? 'file-name' : 'doubtful',
  );
};

const numberEdits = (
  { plan, swap }: FileSearch,
  text: string,
  pattern: RegExp,
  reasonOf: (written: string) => RenameReason,
): readonly RenameEdit[] => {
  if (plan.kind !== 'plan') return [];
  return [...text.matchAll(pattern)].flatMap(({ 0: written, 1: digits = '', index }) => {
    // one id first: a plan may have as many names as ids
    const isMeant =
      idsForDigits(digits, [swap.from]).length === 1 && idsForDigits(digits, swap.ids).length === 1;
    const [newText] = spellings(digits, swap.to);
    if (!isMeant || newText === undefined || newText === digits) return [];
    const start = index + written.indexOf(digits);
    return [{ span: span(start, start + digits.length), newText, reason: reasonOf(written) }];
  });
};
