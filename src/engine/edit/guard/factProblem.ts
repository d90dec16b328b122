import { type Edge, edgeKey } from '../../model/edge';
import type { AchievementId } from '../../model/ids';
import type { AskedChange } from './asked';
import { type DocumentSays, type Fact, OWN } from './documentSays';

/**
 * What the facts read again say that was not asked for, as a reason without a full stop; undefined where they differ in
 * exactly what was asked. `wasNamed`: whether a changed line named an id before, where it may not have been read.
 */
export const factProblem = (
  before: DocumentSays,
  after: DocumentSays,
  asked: AskedChange,
  wasNamed: (id: AchievementId) => boolean,
): string | undefined => {
  if (after.problems > before.problems) return 'the document could no longer be read';
  return otherFacts(before.facts, after.facts, asked) ?? otherEdges(before, after, asked, wasNamed);
};

/** Whether an asked change is about this fact. */
export const isAbout = ({ ids }: AskedChange, { about }: Fact): boolean =>
  about === '' || ids.includes(about);

const otherFacts = (
  before: readonly Fact[],
  after: readonly Fact[],
  asked: AskedChange,
): string | undefined => {
  const lost = without(before, after).find(
    (fact) => !(asked.changed.includes(fact.kind) && isAbout(asked, fact)),
  );
  if (lost) return `it would also change ${named(lost)}`;
  const gained = without(after, before).find(
    (fact) => ![...asked.changed, ...asked.gained].includes(fact.kind) || !isAbout(asked, fact),
  );
  return gained && `it would also add ${named(gained)}`;
};

/** What `facts` has oftener than `others`. */
export const without = (facts: readonly Fact[], others: readonly Fact[]): readonly Fact[] => {
  const counts = new Map<string, number>();
  for (const fact of others) counts.set(keyOf(fact), (counts.get(keyOf(fact)) ?? 0) + 1);
  return facts.filter((fact) => {
    const count = counts.get(keyOf(fact)) ?? 0;
    counts.set(keyOf(fact), count - 1);
    return count <= 0;
  });
};

const keyOf = ({ kind, about, says }: Fact): string => JSON.stringify([kind, about, says]);

const WORDS: Readonly<Record<Fact['kind'], string>> = {
  definition: 'the definition',
  field: 'a field',
  index: 'the entry in the index',
  section: 'a heading',
  unnumbered: 'a numbered heading',
  next: 'what comes next',
  link: 'what it says of another plan',
  entry: 'the entry',
  title: 'the title',
  hours: 'the estimate',
  level: 'the level',
  value: 'a value',
  twin: 'the second entry',
  double: 'a value that is there twice',
  key: 'a key',
  dependency: 'a dependency',
  status: 'the status',
  total: 'a total',
  header: 'the header',
  mention: 'the text',
};

export const named = ({ kind, about }: Fact): string =>
  about === '' ? WORDS[kind] : `${WORDS[kind]} of ${about}`;

const otherEdges = (
  before: DocumentSays,
  after: DocumentSays,
  asked: AskedChange,
  wasNamed: (id: AchievementId) => boolean,
): string | undefined => {
  const stated = byKey(before.edges);
  const left = byKey(after.edges);
  const removed = byKey(ownEdges(asked, 'removed'));
  const added = byKey(ownEdges(asked, 'added'));
  const isFree = (edge: Edge, kinds: AskedChange['changed']): boolean =>
    kinds.includes('dependency') && [edge.dependent, edge.dependency].some((id) => asked.ids.includes(id));
  for (const [key, edge] of stated) {
    if (!left.has(key) && !removed.has(key) && !isFree(edge, asked.changed))
      return `${sentence(edge)} would no longer be stated`;
  }
  for (const [key, edge] of left) {
    if (stated.has(key) || added.has(key) || isFree(edge, [...asked.changed, ...asked.gained])) continue;
    if (!wasNamed(edge.named)) return `${sentence(edge)} would be stated too`;
  }
  for (const [key, edge] of removed)
    if (left.has(key) && !added.has(key)) return `${sentence(edge)} would still be stated`;
  for (const [key, edge] of added) if (!left.has(key)) return `${sentence(edge)} would not be read`;
  return undefined;
};

const byKey = <T extends Edge>(edges: readonly T[]): ReadonlyMap<string, T> =>
  new Map(edges.map((edge) => [edgeKey(edge), edge]));

/** The edges as the document names them. */
export const ownEdges = (asked: AskedChange, which: 'removed' | 'added'): readonly Edge[] =>
  asked.document === 'prp'
    ? asked[which].map(({ dependency }) => ({ dependent: OWN, dependency }))
    : asked[which];

const sentence = ({ dependent, dependency }: Edge): string =>
  `that ${dependent === OWN ? 'it' : dependent} depends on ${dependency}`;
