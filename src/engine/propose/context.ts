import { firstWhere } from '../../shared/firstWhere';
import { type ScannedLines, scanLines } from '../document/markdown/lines';
import { readPlan } from '../document/plan/plan';
import type { AchievementFacts, PlanFacts } from '../facts/planFacts';
import type { DocumentText } from '../mention/mentions';
import type { AnalysedPlan } from '../model/analysis';
import type { AchievementId } from '../model/ids';
import { type Span, sliceOf, span } from '../model/text';
import type { Candidate, Confidence, EdgeEvidence, EvidenceSource } from './proposal';

/** What the sources read. */
export interface ProposalContext {
  readonly plan: AnalysedPlan;
  readonly document: DocumentText;
  readonly facts: PlanFacts;
  readonly scan: ScannedLines;
  /** The first definition of every id, in document order. */
  readonly achievements: readonly AchievementFacts[];
  /** Place of every id in {@link achievements}. */
  readonly order: ReadonlyMap<AchievementId, number>;
  /** SUBPLANs that were read, by achievement. */
  readonly subplans: ReadonlyMap<AchievementId, DocumentText>;
}

/** Goes by one rule, written down at its function; order and repetitions do not matter. */
export type ProposalSource = (context: ProposalContext) => Iterable<Candidate>;

/** @param document the PLAN as it is now, which may be newer than `plan` */
export const createContext = (
  plan: AnalysedPlan,
  document: DocumentText,
  subplans: ProposalContext['subplans'],
): ProposalContext => {
  const facts = readPlan(document.text);
  const order = new Map<AchievementId, number>();
  const achievements = facts.achievements.filter(({ id }) => !order.has(id) && order.set(id, order.size));
  return { plan, document, facts, scan: scanLines(document.text), achievements, order, subplans };
};

/** The achievement whose definition or body holds `offset`. */
export const achievementAt = (
  { achievements }: ProposalContext,
  offset: number,
): AchievementFacts | undefined => {
  const behind = firstWhere(achievements.length, (at) => (achievements[at]?.body.start ?? 0) > offset);
  const before = achievements[behind - 1];
  return before && offset < before.body.end ? before : undefined;
};

/** One edge with one piece of evidence; undefined for ids the plan does not have and for an achievement with itself. */
export const candidate = (
  { order }: Pick<ProposalContext, 'order'>,
  [dependent, dependency]: readonly [AchievementId, AchievementId],
  confidence: Confidence,
  evidence: EdgeEvidence,
): readonly Candidate[] =>
  dependent !== dependency && order.has(dependent) && order.has(dependency)
    ? [{ dependent, dependency, confidence, evidence }]
    : [];

/** More of a line than this is cut around what is quoted. */
const LONGEST_QUOTE = 160;
const MARKS_BEFORE = /^(?:[\s>]|[-*+][ \t]|\d+[.)][ \t])*/;

/** The line around a place as evidence, without indentation and bullet. */
export const quoted = (
  source: EvidenceSource,
  { uri, text }: DocumentText,
  { start, end }: Span,
): EdgeEvidence => {
  const spare = Math.max(0, LONGEST_QUOTE - (end - start)) >> 1;
  // no further than the quote: the line may be long, and have many places
  const before = text.slice(Math.max(0, start - spare - 1), start);
  const after = text.slice(end, end + spare);
  const cut = start - before.length;
  const isWhole = cut === 0 || before.includes('\n');
  // a word that is cut off in front is left out
  const from = cut + (isWhole ? before.lastIndexOf('\n') : before.slice(1).search(/\s/) + 1) + 1;
  const until = end + (after.includes('\n') ? after.indexOf('\n') : after.length);
  const marks = MARKS_BEFORE.exec(text.slice(from, start))?.[0].length ?? 0;
  const quote = text.slice(from + marks, until).trimEnd();
  const place = span(from + marks, Math.max(end, from + marks + quote.length));
  return { source, place: { uri, span: place }, quote: sliceOf(text, place) };
};
