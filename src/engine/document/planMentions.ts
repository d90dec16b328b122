import { ownText } from '../../shared/ownText';
import type { AchievementId, Field } from '../model/achievement';
import { type Span, span } from '../model/text';
import { decodeUri } from '../model/uri';
import { replaceComments } from './comments';
import type { IdElement } from './idList';
import type { ScannedLines } from './lines';
import type { AchievementFacts, Section } from './plan';
import { elementsBeside, PLAN_MARK, PLAN_NAME } from './planNames';
import { type Part, PartWalk } from './planParts';
import { type PlanRelation, relationAfter, relationBefore } from './planRelation';
import { sentenceAround, sentencesIn } from './sentences';

/** A plan that a line of a PLAN names, once for each line. */
export interface PlanMention {
  /** `<NAME>` of `PLAN_<NAME>`. */
  readonly name: string;
  /** `PLAN_<NAME>` with its `.md`, where the line has it first. */
  readonly span: Span;
  /** Target of a link, relative to the PLAN and encoded as it is written; undefined in running text. */
  readonly path: string | undefined;
  /** Achievements that are named beside it as that plan's. */
  readonly achievements: readonly IdElement[];
  readonly relation: PlanRelation;
  /** The achievement of this PLAN in whose definition the line stands. */
  readonly own: AchievementId | undefined;
}

const STRUCK_OUT = /~~[^~]*~~/g;
const SAYS_NONE = /^(?:none|nothing|no|n\/a)\b/i;

/**
 * The plans that the lines of a PLAN name, in text order; code blocks, comments, and what is struck out name none.
 * Looks at those lines only. Whose names they are is for the reader to say, who knows the plans.
 */
export const readPlanMentions = (
  text: string,
  scan: ScannedLines,
  sections: readonly Section[],
  achievements: readonly AchievementFacts[],
): readonly PlanMention[] => {
  const found: PlanMention[] = [];
  const walk = new PartWalk(scan, sections, achievements);
  let last = -1;
  for (let at = text.indexOf(PLAN_MARK); at !== -1; at = text.indexOf(PLAN_MARK, at + 1)) {
    const line = scan.index.lineAt(at);
    if (line === last || scan.kinds[line] === 'hidden') continue;
    last = line;
    const named = namedIn(scan.textOf(line));
    if (named.length === 0) continue;
    const part = walk.partOf(line);
    found.push(...named.map((each) => mentionOf(each, scan.index.startOf(line), part)));
  }
  return found;
};

/** A name on a line, offsets counted from the start of it. */
interface Named {
  readonly name: string;
  readonly span: Span;
  readonly path: string | undefined;
  readonly achievements: readonly IdElement[];
  readonly said: PlanRelation | undefined;
}

const blank = (part: string): string => ' '.repeat(part.length);

/** Without comments and what is struck out: not said, or not any more. Lengths are kept. */
const said = (line: string): string => replaceComments(line, blank).replace(STRUCK_OUT, blank);

const namedIn = (written: string): readonly Named[] => {
  const line = said(written);
  const sentences = sentencesIn(line);
  const byName = new Map<string, Named & { readonly achievements: IdElement[] }>();
  let before: Sighting = { end: 0, pathStart: 0, sentence: undefined, said: undefined };
  for (const match of line.matchAll(PLAN_NAME)) {
    const seen = sightingOf(line, match, before, sentences);
    const each = namedAt(line, match, seen, before.end);
    const known = byName.get(each.name);
    known?.achievements.push(...each.achievements);
    // a link names its target twice: in its text and in its address
    byName.set(each.name, known ? { ...known, path: known.path ?? each.path } : each);
    before = seen;
  }
  return [...byName.values()];
};

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
  { 0: whole, index }: RegExpExecArray,
  before: Sighting,
  sentences: readonly Span[],
): Sighting => {
  const sentence = sentenceAround(sentences, index);
  const isSame = before.sentence === sentence;
  const since = line.slice(isSame ? before.end : sentence.start, index);
  return {
    end: index + whole.length,
    pathStart: pathStartAt(line, index, before),
    sentence,
    said: relationBefore(since) ?? (isSame ? before.said : undefined),
  };
};

const namedAt = (
  line: string,
  { 0: whole, index }: RegExpExecArray,
  { end, pathStart, sentence, said: saidBefore }: Sighting,
  endBefore: number,
): Named & { readonly achievements: IdElement[] } => {
  const isTarget = line[pathStart - 1] === '<' || line.slice(pathStart - 2, pathStart) === '](';
  return {
    name: ownText(decodeUri(whole.slice(PLAN_MARK.length).replace(/\.md$/i, ''))),
    span: span(index, end),
    path: isTarget ? ownText(line.slice(pathStart, end)) : undefined,
    achievements: [...elementsBeside(line, span(index, end), endBefore)],
    said: saidBefore ?? relationAfter(line.slice(end, sentence?.end)),
  };
};

const ENDS_PATH = /[\s()<>]/;

const pathStartAt = (line: string, at: number, before: Sighting): number => {
  let start = at;
  while (start > before.end && !ENDS_PATH.test(line.charAt(start - 1))) start--;
  return start === before.end ? before.pathStart : start;
};

const mentionOf = ({ said, ...named }: Named, start: number, part: Part): PlanMention => ({
  name: named.name,
  path: named.path,
  span: moved(named.span, start),
  achievements: named.achievements.map(({ from, to, span: place }) => ({
    from: ownText(from),
    to: ownText(to),
    span: moved(place, start),
  })),
  relation: said ?? fieldRelation(part.fields, start + named.span.start) ?? part.relation ?? 'related',
  own: part.own,
});

const moved = ({ start, end }: Span, by: number): Span => span(start + by, end + by);

/** What the label says that owns a line. */
const fieldRelation = (fields: readonly Field[], offset: number): PlanRelation | undefined => {
  const field = fields.find(({ block }) => block.start <= offset && offset <= block.end);
  if (!field || SAYS_NONE.test(field.value)) return undefined;
  if (field.name === 'dependencies') return 'depends';
  if (field.name === 'blocks') return 'blocks';
  return field.name === 'other' ? relationBefore(field.label) : undefined;
};
