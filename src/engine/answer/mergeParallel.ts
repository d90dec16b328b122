import { getNodeValue, type Node } from 'jsonc-parser';
import { ok, type Result } from '../../shared/result';
import { readParallel } from '../document/parallel/parallelFile';
import { applyEdits, inSteps } from '../edit/applyEdits';
import { type Asked, askedChange, ENTRY } from '../edit/guard/asked';
import { guarded } from '../edit/guard/guard';
import type { RefusedEdit } from '../edit/guard/refused';
import { addAchievements } from '../edit/json/addAchievements';
import { gapAt, indentAt, render } from '../edit/json/jsonIndent';
import { jsonTreeOf, nodeAt } from '../edit/json/jsonTree';
import { addToEach } from '../edit/json/listEdits';
import { removeElements } from '../edit/json/removeElements';
import type { TextEdit } from '../edit/textEdit';
import type { ParallelAchievement } from '../facts/parallelFacts';
import type { AchievementId } from '../model/ids';
import { span } from '../model/text';
import { parallelStatements, type Statement } from '../statement/statement';

/** Values an answer decides; others are a person's, and only added where they are missing. */
const DECIDED: ReadonlySet<string> = new Set(['sub_executions', 'parallelization_level']);
/** What is merged edge by edge, names, and a status, which files prove. */
const NEVER_COPIED: ReadonlySet<string> = new Set([
  'levels',
  'plan',
  'plan_name',
  'achievement_id',
  'id',
  'dependencies',
  'blocks',
  'cross_priority_dependencies',
  'status',
]);

/**
 * A parallel.json with what `answer` says about the achievements it lists: their dependencies, wherever the file states
 * them, and their parts. Achievements, keys and values that it says nothing about stay, with comments and layout.
 * Both texts must be JSON; comments and trailing commas are allowed. Fails where anything else would change.
 */
export const mergeParallel = (present: string, answer: string): Result<string, RefusedEdit> => {
  const said = readParallel(answer).achievements;
  const needs = neededBy(answer);
  const added = said.map(({ id, title }) => ({
    id,
    title: title ?? id,
    dependencies: [...(needs.get(id) ?? [])],
  }));
  const steps = [
    (text: string) => addAchievements(text, added),
    (text: string) => withoutOtherEdges(text, needs),
    (text: string) => addToEach(text, missingIn(text, needs)),
    (text: string) => withValues(text, answer),
  ];
  const edits = guarded(present, askedFor(present, said, needs), inSteps(present, steps));
  return edits.ok ? ok(applyEdits(present, edits.value)) : edits;
};

const askedFor = (present: string, said: readonly ParallelAchievement[], needs: Needs): Asked => ({
  ...askedChange(
    'parallel',
    said.map(({ id }) => id),
    'value',
  ),
  gained: [...ENTRY.filter((kind) => kind !== 'dependency'), 'total', 'header'],
  removed: otherEdges(present, needs),
  added: [...needs].flatMap(([dependent, wanted]) =>
    [...wanted].map((dependency) => ({ dependent, dependency })),
  ),
});

/** What each achievement that is listed depends on, however that is said. */
type Needs = ReadonlyMap<AchievementId, ReadonlySet<AchievementId>>;

const neededBy = (text: string): Needs => {
  const facts = readParallel(text);
  const needs = new Map(facts.achievements.map(({ id }) => [id, new Set<AchievementId>()]));
  for (const { dependent, dependency } of parallelStatements('', facts)) {
    needs.get(dependent)?.add(dependency);
  }
  return needs;
};

/** Takes out every statement of a dependency that the answer does not have. */
const withoutOtherEdges = (text: string, needs: Needs): readonly TextEdit[] =>
  removeElements(text, [
    ...new Map(otherEdges(text, needs).map(({ whole }) => [whole.start, whole])).values(),
  ]);

const otherEdges = (text: string, needs: Needs): readonly Statement[] =>
  parallelStatements('', readParallel(text)).filter(
    ({ dependent, dependency }) => needs.get(dependent)?.has(dependency) === false,
  );

/** Dependencies of the answer that the text does not state in any way. */
const missingIn = (text: string, needs: Needs): ReadonlyMap<AchievementId, readonly AchievementId[]> => {
  const stated = neededBy(text);
  return new Map(
    [...needs].map(([id, wanted]) => [id, [...wanted].filter((each) => !stated.get(id)?.has(each))]),
  );
};

const withValues = (text: string, answer: string): readonly TextEdit[] => {
  const root = jsonTreeOf(text);
  const answered = jsonTreeOf(answer);
  if (!root || !answered) return [];
  const entries = entriesOf(text);
  const hasList = entries.size > 0 || readParallel(text).listSpan !== undefined;
  const edits = [...copied(text, root, answered, hasList ? ['achievements'] : [])];
  for (const [id, entry] of entriesOf(answer)) {
    const own = entries.get(id);
    const target = own && nodeAt(root, own.span);
    const source = nodeAt(answered, entry.span);
    if (!target || !source) continue;
    edits.push(...copied(text, target, source, []));
  }
  return joined(edits);
};

/** Of two of the same id the last, as its facts are those that count. */
const entriesOf = (text: string): ReadonlyMap<AchievementId, ParallelAchievement> =>
  new Map(readParallel(text).achievements.map((each) => [each.id, each]));

/** The values of `source` that decide, and those that `target` lacks. */
const copied = (
  text: string,
  target: Node,
  source: Node,
  without: readonly string[],
): readonly TextEdit[] => {
  const own = new Map((target.children ?? []).map(({ children }) => [children?.[0]?.value, children?.[1]]));
  const last = target.children?.at(-1);
  if (!last) return [];
  const gap = gapAt(text, last.offset);
  return (source.children ?? []).flatMap(({ children }): TextEdit[] => {
    const [key, node] = children ?? [];
    if (!node || NEVER_COPIED.has(key?.value) || without.includes(key?.value)) return [];
    const value: unknown = getNodeValue(node);
    const before = own.get(key?.value);
    const rendered = (): string => render(text, value, indentAt(text, last.offset));
    if (!before) {
      const end = last.offset + last.length;
      return [{ span: span(end, end), newText: `,${gap}${JSON.stringify(key?.value)}: ${rendered()}` }];
    }
    const isSame = JSON.stringify(getNodeValue(before)) === JSON.stringify(value);
    if (isSame || !DECIDED.has(key?.value)) return [];
    return [{ span: span(before.offset, before.offset + before.length), newText: rendered() }];
  });
};

/** In order; insertions at the same place become one. */
const joined = (edits: readonly TextEdit[]): readonly TextEdit[] => {
  const byPlace = new Map<string, TextEdit>();
  for (const { span: place, newText } of edits) {
    const key = `${place.start}-${place.end}`;
    byPlace.set(key, { span: place, newText: (byPlace.get(key)?.newText ?? '') + newText });
  }
  return [...byPlace.values()].sort(
    (one, other) => one.span.start - other.span.start || one.span.end - other.span.end,
  );
};
