import { ownText } from '../../shared/ownText';
import type { AchievementId, Field } from '../model/achievement';
import { type Span, span } from '../model/text';
import { decodeUri } from '../model/uri';
import type { IdElement } from './idList';
import type { ScannedLines } from './lines';
import type { AchievementFacts, Section } from './plan';
import { elementsBeside, PLAN_MARK, PLAN_NAME } from './planNames';
import { type Part, PartWalk } from './planParts';
import { type PlanRelation, planRelationOf } from './planRelation';

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

/** Comments, and what is struck out: not said, or not any more. */
const UNSAID = /<!--.*?-->|~~[^~]*~~/g;
const TARGET = /(?:\]\(|<)([^\s()<>]*)$/;
const SENTENCE_END = /[.!?;](?=\s)/g;
const SAYS_NONE = /^(?:none|nothing|no|n\/a)\b/i;
/** What is longer is no line of prose. */
const LONGEST = 2000;

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

const namedIn = (written: string): readonly Named[] => {
  if (written.length > LONGEST) return [];
  const line = written.replace(UNSAID, (part) => ' '.repeat(part.length));
  const byName = new Map<string, Named>();
  for (const match of line.matchAll(PLAN_NAME)) {
    const each = namedAt(line, match.index, match[0]);
    const known = byName.get(each.name);
    // a link names its target twice: in its text and in its address
    const all = known && {
      ...known,
      path: known.path ?? each.path,
      achievements: [...known.achievements, ...each.achievements],
    };
    byName.set(each.name, all ?? each);
  }
  return [...byName.values()];
};

const namedAt = (line: string, at: number, whole: string): Named => {
  const before = line.slice(0, at);
  const end = at + whole.length;
  const after = line.slice(end);
  const folder = TARGET.exec(before)?.[1];
  return {
    name: ownText(decodeUri(whole.slice(PLAN_MARK.length).replace(/\.md$/i, ''))),
    span: span(at, end),
    path: folder === undefined ? undefined : ownText(folder + whole),
    achievements: elementsBeside(before, after, end),
    said: planRelationOf(sentenceEnd(before), after.split(SENTENCE_END)[0] ?? ''),
  };
};

const sentenceEnd = (before: string): string => before.split(SENTENCE_END).at(-1) ?? before;

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
  return field.name === 'other' ? planRelationOf(field.label, '') : undefined;
};
