import { findNodeAtOffset, type Node } from 'jsonc-parser';
import { readParallel } from '../document/parallel/parallelFile';
import type { ParallelAchievement, ParallelFacts } from '../facts/parallelFacts';
import { type Span, span } from '../model/text';
import { parallelStatements } from '../rule/edge';
import { jsonTreeOf, nodeAt } from '../rule/edit/jsonTree';
import type { DocumentSays, Fact } from './documentSays';

/** What a parallel.json says; of two entries of one id the later is its twin. */
export const parallelSays = (text: string): DocumentSays => {
  const facts = readParallel(text);
  const root = jsonTreeOf(text);
  const seen = new Set<string>();
  return {
    facts: [
      { kind: 'header', about: '', says: facts.planName?.value ?? '', span: facts.planName?.span },
      ...parallelization(root),
      ...facts.totals.map(
        ({ key, value, span: place }): Fact => ({
          kind: 'total',
          about: '',
          says: `${key} ${value}`,
          span: place,
        }),
      ),
      ...doubles(root, facts),
      ...facts.otherKeys.map(
        ({ key, owner, span: { start, end } }): Fact => ({
          kind: 'key',
          about: owner,
          says: key,
          span: span(start - 1, end + 1),
        }),
      ),
      ...facts.achievements.flatMap((entry) => {
        const isTwin = seen.has(entry.id);
        seen.add(entry.id);
        return entrySays(entry, isTwin ? 'twin' : 'entry', root);
      }),
    ],
    edges: parallelStatements('', facts).map(({ dependent, dependency, named, whole }) => ({
      dependent,
      dependency,
      named,
      span: whole,
    })),
    places: [],
    problems: facts.problems.length,
  };
};

const entrySays = (
  entry: ParallelAchievement,
  is: 'entry' | 'twin',
  root: Node | undefined,
): readonly Fact[] => {
  const { id, title, titleSpan, claimedStatus, effort, unreadableHours, declaredLevel } = entry;
  const { priority, executor, actual, subExecutions } = entry;
  const object = root && nodeAt(root, entry.span);
  const parts = memberSpan(object, 'sub_executions');
  const fact = (kind: Fact['kind'], says: unknown, place?: Span): readonly Fact[] =>
    says === undefined ? [] : [{ kind, about: id, says: JSON.stringify(says), span: place }];
  return [
    ...fact(is, id, entry.span),
    ...fact('title', title, titleSpan),
    ...fact('status', claimedStatus?.value, claimedStatus?.span),
    ...fact('hours', effort ?? (unreadableHours && 'unreadable'), unreadableHours),
    ...fact('level', declaredLevel && [declaredLevel.key, declaredLevel.number], declaredLevel?.span),
    ...[priority, executor, actual].flatMap((each) => fact('value', each)),
    ...fact('value', parts && subExecutions.map((part) => part.id), parts),
    ...parallelization(object).map((each) => ({ ...each, about: id })),
  ];
};

/** How parallel the file, or an entry of it, says it is. */
const parallelization = (object: Node | undefined): readonly Fact[] => {
  const place = memberSpan(object, 'parallelization_level');
  return place ? [{ kind: 'value', about: '', says: 'parallelization_level', span: place }] : [];
};

const memberSpan = (object: Node | undefined, key: string): Span | undefined => {
  const value = object?.children?.findLast(({ children }) => children?.[0]?.value === key)?.children?.[1];
  return value && span(value.offset, value.offset + value.length);
};

/** Values that count for nothing, because the same key comes again. */
const doubles = (root: Node | undefined, { problems }: ParallelFacts): readonly Fact[] =>
  problems.flatMap((problem) => {
    const key =
      root && problem.kind === 'duplicate-key' ? findNodeAtOffset(root, problem.span.start) : undefined;
    const siblings = key?.parent?.parent?.children ?? [];
    return siblings
      .filter(({ offset, children }) => offset < problem.span.start && children?.[0]?.value === key?.value)
      .map(
        ({ offset, length }): Fact => ({
          kind: 'double',
          about: '',
          says: String(key?.value),
          span: span(offset, offset + length),
        }),
      );
  });
