import type { DocumentLink } from 'vscode-languageserver-types';
import type { DocumentText } from '../engine/mention/mentions';
import type { AnalysedPlan } from '../engine/model/analysis';
import { LineIndex, span } from '../engine/model/text';
import { nameOf } from '../engine/model/uri';
import type { Snapshot } from '../engine/snapshot';
import { groupBy } from '../shared/groupBy';
import { rangeOf } from './positions';

/** Names of documents a plan is made of, wherever running text mentions them. */
const NAME_START = /(?<![\w.-])(?:PLAN|SUBPLAN|EXECUTION_TASK|APPROVED|FIX|SKIPPED)_/;
const NAME_END = /\.md\b/g;
const NEVER_IN_NAME = /[\s`'"<>()[\]|*,;:/\\]/;
/** `[text](target)`: a link already; the target may have parentheses in it. */
const WRITTEN_LINK = /\[[^[\]\n]*\]\((?:[^()\n]|\([^()\n]*\))*\)/g;

/** The file names in a Markdown document of a plan that name a file the plan is made of, or another plan. */
export const documentLinksOf = (snapshot: Snapshot, { uri, text }: DocumentText): DocumentLink[] => {
  const plan = snapshot.planOf(uri);
  if (!plan || plan.parallel?.uri === uri) return [];
  const names = namesIn(withoutLinks(text));
  if (names.length === 0) return [];
  const known = knownFiles(plan, snapshot);
  const lines = new LineIndex(text);
  return names.flatMap(({ name, index }) => {
    const target = known.get(name);
    if (target === undefined || target === uri) return [];
    return [{ range: rangeOf(lines, span(index, index + name.length)), target }];
  });
};

interface WrittenName {
  readonly name: string;
  readonly index: number;
}

/** From the ends of the names: looking for an end behind every start would take the square of the time. */
const namesIn = (text: string): readonly WrittenName[] => {
  const found: WrittenName[] = [];
  let from = 0;
  for (const { 0: ending, index: end } of text.matchAll(NAME_END)) {
    let start = end;
    while (start > from && !NEVER_IN_NAME.test(text.charAt(start - 1))) start--;
    from = end + ending.length;
    const index = text.slice(start, end).search(NAME_START);
    if (index !== -1) found.push({ name: text.slice(start + index, from), index: start + index });
  }
  return found;
};

const withoutLinks = (text: string): string => text.replace(WRITTEN_LINK, (link) => ' '.repeat(link.length));

/** Files by name: the plan's own first; of two plans with the same name neither is meant for sure. */
const knownFiles = (plan: AnalysedPlan, { plans }: Snapshot): ReadonlyMap<string, string> => {
  const { uri, work, strays } = plan;
  const own = [
    uri,
    ...[...work.values()].flatMap((documents) => documents.map(({ file }) => file.uri)),
    ...strays.map((stray) => stray.uri),
  ];
  const others = groupBy(
    plans.filter(({ kind }) => kind === 'plan').map((each) => each.uri),
    nameOf,
  );
  return new Map([
    ...[...others].flatMap(([name, [only, ...more]]) =>
      only !== undefined && more.length === 0 ? [[name, only] as const] : [],
    ),
    ...own.toReversed().map((each) => [nameOf(each), each] as const),
  ]);
};
