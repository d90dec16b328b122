import { ownText } from '../../../shared/ownText';
import type { PlanRelation } from '../../facts/planSays';
import type { IdElement } from '../../facts/stated';
import { type Span, span } from '../../model/text';
import { decodeUri } from '../../model/uri';
import { replaceComments } from '../markdown/comments';
import { sentenceAround, sentencesIn } from '../markdown/sentences';
import { elementsBeside, NAME_WITH_BARE, PLAN_MARK, PLAN_NAME } from '../stated/planNames';
import { relationAfter, relationBefore } from './planRelation';

/** A plan that a line names, offsets counted from the start of the line. */
export interface NamedPlan {
  readonly name: string;
  readonly isBare: boolean;
  readonly span: Span;
  readonly path: string | undefined;
  readonly achievements: readonly IdElement[];
  readonly said: PlanRelation | undefined;
}

const STRUCK_OUT = /~~[^~]*~~/g;

/**
 * The plans of a line in the order they are named, each once. Every part of the line is looked at once.
 * @param takesBare names without `PLAN_` count too
 */
export const plansNamedIn = (written: string, takesBare = false): readonly NamedPlan[] => {
  const line = withoutUnsaid(written);
  const sentences = sentencesIn(line);
  const byName = new Map<string, NamedPlan & { readonly achievements: IdElement[] }>();
  let before: Sighting = { end: 0, pathStart: 0, sentence: undefined, said: undefined };
  for (const { 0: whole, index } of line.matchAll(takesBare ? NAME_WITH_BARE : PLAN_NAME)) {
    const place = span(index, index + whole.length);
    const seen = sightingOf(line, place, before, sentences);
    const isBare = !whole.startsWith(PLAN_MARK);
    const name = isBare ? whole : decodeUri(whole.slice(PLAN_MARK.length).replace(/\.md$/i, ''));
    const known = byName.get(name);
    const achievements = elementsBeside(line, place, before.end);
    known?.achievements.push(...achievements);
    // a link names its target twice: in its text and in its address
    const path = known?.path ?? pathIn(line, seen);
    if (!known)
      byName.set(name, namedAt(line, name, place, seen, { isBare, path, achievements: [...achievements] }));
    else if (known.path !== path) byName.set(name, { ...known, path });
    before = seen;
  }
  return [...byName.values()];
};

const namedAt = <T>(line: string, name: string, place: Span, { said, sentence }: Sighting, rest: T) => ({
  name: ownText(name),
  span: place,
  said: said ?? relationAfter(line.slice(place.end, sentence?.end)),
  ...rest,
});

const blank = (part: string): string => ' '.repeat(part.length);

/** Without comments and what is struck out: not said, or not any more. Lengths are kept. */
const withoutUnsaid = (line: string): string => replaceComments(line, blank).replace(STRUCK_OUT, blank);

/** What the names behind this one on its line take over, so that nobody looks at a part of the line again. */
interface Sighting {
  readonly end: number;
  /** Where the word or path begins that the name stands in. */
  readonly pathStart: number;
  readonly sentence: Span | undefined;
  /** What the closest word in front says, within the sentence. */
  readonly said: PlanRelation | undefined;
}

const sightingOf = (
  line: string,
  { start, end }: Span,
  before: Sighting,
  sentences: readonly Span[],
): Sighting => {
  const sentence = sentenceAround(sentences, start);
  const isSame = before.sentence === sentence;
  const since = line.slice(isSame ? before.end : sentence.start, start);
  return {
    end,
    pathStart: pathStartAt(line, start, before),
    sentence,
    said: relationBefore(since) ?? (isSame ? before.said : undefined),
  };
};

const ENDS_PATH = /[\s()<>]/;

const pathStartAt = (line: string, at: number, before: Sighting): number => {
  let start = at;
  while (start > before.end && !ENDS_PATH.test(line.charAt(start - 1))) start--;
  return start === before.end ? before.pathStart : start;
};

/** The target of a link up to the end of the name; undefined in running text. */
const pathIn = (line: string, { pathStart, end }: Sighting): string | undefined => {
  const isTarget = line[pathStart - 1] === '<' || line.slice(pathStart - 2, pathStart) === '](';
  return isTarget ? ownText(line.slice(pathStart, end)) : undefined;
};
