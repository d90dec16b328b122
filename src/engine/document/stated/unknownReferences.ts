import { ownText } from '../../../shared/ownText';
import type { Section } from '../../facts/planFacts';
import type { ReferenceSearch } from '../../facts/planSays';
import type { StatedId } from '../../facts/stated';
import type { AchievementId } from '../../model/ids';
import { span } from '../../model/text';
import { withoutHiddenParts } from '../markdown/hiddenParts';
import type { KeptText } from '../markdown/keptText';
import type { Found, LineSearch } from '../markdown/lineSearch';
import type { ScannedLines } from '../markdown/lines';
import { isAboutOtherPlan, namesOtherPlan, withoutQuotes } from './otherPlans';

/** An id with a dot that is no amount of something: source of a pattern with the flag `u`. */
export const GUARDED_ID =
  '\\d+(?:\\.\\d+)+(?![\\p{L}\\d]|\\.\\d|[ \\t]*(?:%|[kKMGT]i?B\\b|m?s\\b|seconds?\\b|million\\b|h\\b|hours?\\b|hrs?\\b|min|days?\\b|weeks?\\b|lines?\\b))';
/** What joins the ids of a list in a sentence. */
export const ID_JOIN =
  '[ \\t]*(?:,[ \\t]*(?:(?:and|or)\\b[ \\t]*)?|(?:[/&–—-]|(?:and|or|to|through)\\b)[ \\t]*)';
/** `Achievement 1.1`; the plural, or a slash, may join several. Ids without a dot are left to the reader. */
const NAMED = new RegExp(
  `chievement(?:[ \\t]+(?:\\*\\*)?(${GUARDED_ID}(?:/${GUARDED_ID})*)|s[ \\t]+(?:\\*\\*)?(${GUARDED_ID}(?:${ID_JOIN}${GUARDED_ID})*))`,
  'uy',
);
const EACH_ID = /(?<!\d)\d+(?:\.\d+)+/g;

/** Sections that speak of what was, could be, or is elsewhere, and the index, which is compared on its own. */
const ELSEWHERE =
  /\b(?:index|log|archived?|related|parent|gramma ?plans?|coordination|history|changelog|removed|deprecated|superseded|examples?|templates?|references|prior|previous|future|backlog|appendix)\b/i;

/** Whether a section of this heading speaks of other times or other plans, or gives examples. */
export const isElsewhere = ({ depth, title }: Section): boolean => depth > 1 && ELSEWHERE.test(title);

const LOG = /\baddition log\b/i;
/** A line that tells of ids as they were or might be. */
const NOT_NOW =
  /~~|\b(?:removed|deleted|dropped|merged|moved|renamed|renumbered|formerly|former|originally|previously|superseded|replace[sd]?|cancell?ed|deferred|postponed|obsolete|future|propos(?:e|ed|al)|example|e\.g\.|hypothetical|(?:other|another|parent|mother|prior|previous|sister|related|next) plan|plan \d+)\b/i;
const PLAN_NAMED = /\bPLAN_([A-Za-z0-9][\w-]*)/g;
const OTHER_PLAN =
  /\b(?:prior|previous|parent|mother|original|other|another|sister|related)[ \t](?:[\w-]+[ \t]){0,3}(?:plans?|achievements)\b/i;

/**
 * Ids that running text calls achievements of this plan and that do not exist, in text order. Left out is what may
 * be meant otherwise: code, comments, HTML and link targets; ids beside the name of another plan; sections and lines
 * about other plans or other times; parts of an achievement (`2.1.1` where 2.1 exists); what the Addition Log names.
 *
 * @param definitions where definitions begin, in text order: each speaks of its own achievement
 */
export const unknownReferences = (
  kept: KeptText,
  sections: readonly Section[],
  definitions: readonly number[],
  { isKnown, planName }: ReferenceSearch,
): readonly StatedId[] => {
  const isMissing = (id: AchievementId): boolean =>
    !isKnown(id) && !isKnown(id.slice(0, id.lastIndexOf('.')));
  const named = kept.found(NAMED_IDS);
  const found = withoutDefinitions(named, definitions)
    .flatMap((each) => statedIds(kept.text, each))
    .filter(({ id }) => isMissing(id));
  if (found.length === 0) return found;
  const { text, scan } = kept;
  const logs = sections.filter(({ title }) => LOG.test(title));
  const isLogged = ({ at }: Found<unknown>): boolean =>
    logs.some(({ span: { start, end } }) => start <= at && at < end);
  const logged = new Set(
    named.filter(isLogged).flatMap((each) => statedIds(kept.text, each).map(({ id }) => id)),
  );
  const walk = new SectionWalk(text, sections, definitions, planName);
  const lines = rememberedLines(scan, planName);
  return found.filter(({ id, span: { start } }) => {
    const line = scan.index.lineAt(start);
    const isSaidHere =
      !logged.has(id) &&
      scan.kinds[line] !== 'hidden' &&
      lines.plainOf(line)[start - scan.index.startOf(line)] !== ' ';
    return isSaidHere && !walk.isElsewhere(start) && !lines.isAboutOther(line);
  });
};

/** What was found out of the line that was asked about last: one line may name many ids. */
const rememberedLines = (scan: ScannedLines, planName: string) => {
  const plainOf = ofLastLine((line) => {
    const plain = withoutHiddenParts(scan.textOf(line));
    return NOT_NOW.test(plain) ? ' '.repeat(plain.length) : withoutQuotes(plain);
  });
  return {
    /** Without code, comments, tags, link targets and quotations; blank where the line is about other times. */
    plainOf,
    isAboutOther: ofLastLine((line) => isAboutOtherPlan(scan, line, planName)),
  };
};

const ofLastLine = <T>(answer: (line: number) => T): ((line: number) => T) => {
  let last: { readonly line: number; readonly found: T } | undefined;
  return (line) => {
    if (last?.line !== line) last = { line, found: answer(line) };
    return last.found;
  };
};

const SMALL_A = 97;
const LOWER_CASE = 32;

/** So far behind its start a definition has its word at most; a mark may stand in front of it. */
const WORD_WITHIN = 8;

/** An id that is named, so far behind the word that names it. */
interface NamedId {
  readonly id: AchievementId;
  readonly behind: number;
}

/** What a line names behind the word; read when first asked for, since most words stand in definitions. */
class NamedList {
  #ids: readonly NamedId[] | undefined;

  idsAt(text: string, at: number): readonly NamedId[] {
    this.#ids ??= listAt(text, at);
    return this.#ids;
  }
}

/** The word in every spelling that begins with an A. */
const NAMED_IDS: LineSearch<NamedList> = (lines) => {
  const found: Found<NamedList>[] = [];
  for (let at = lines.indexOf('chievement'); at !== -1; at = lines.indexOf('chievement', at + 1)) {
    if ((lines.charCodeAt(at - 1) | LOWER_CASE) === SMALL_A) found.push({ at, value: new NamedList() });
  }
  return found;
};

const listAt = (text: string, at: number): readonly NamedId[] => {
  NAMED.lastIndex = at;
  const match = NAMED.exec(text);
  const list = match?.[1] ?? match?.[2];
  if (!match || list === undefined) return [];
  const behind = match[0].length - list.length;
  return Array.from(list.matchAll(EACH_ID), ({ 0: id, index }) => ({
    id: ownText(id),
    behind: behind + index,
  }));
};

const statedIds = (text: string, { at, value }: Found<NamedList>): readonly StatedId[] =>
  value.idsAt(text, at).map(({ id, behind }) => ({ id, span: span(at + behind, at + behind + id.length) }));

/** Definitions name what exists by themselves, and there are many: they are passed over. */
const withoutDefinitions = <T>(
  found: readonly Found<T>[],
  definitions: readonly number[],
): readonly Found<T>[] => {
  let next = 0;
  return found.filter(({ at }) => {
    while ((definitions[next] ?? at) < at) next++;
    return at - (definitions[next - 1] ?? -WORD_WITHIN) >= WORD_WITHIN;
  });
};

/** Goes through the document: the offsets it is asked for must not fall. */
class SectionWalk {
  readonly #text: string;
  readonly #sections: readonly Section[];
  readonly #definitions: readonly number[];
  readonly #planName: string;
  readonly #open: { readonly depth: number; readonly isElsewhere: boolean }[] = [];
  #nextSection = 0;
  #nextDefinition = 0;
  /** Whether the part around the last offset speaks of another plan; a part ends at a heading or definition. */
  #isOther = { start: -1, answer: false };

  constructor(text: string, sections: readonly Section[], definitions: readonly number[], planName: string) {
    this.#text = text;
    this.#sections = sections;
    this.#definitions = definitions;
    this.#planName = planName;
  }

  /** Whether the text at `offset` stands in a section about something else, or beside the name of another plan. */
  isElsewhere(offset: number): boolean {
    this.#advance(offset);
    if (this.#open.some((section) => section.isElsewhere)) return true;
    const heading = this.#sections[this.#nextSection - 1]?.heading.start ?? 0;
    const start = Math.max(heading, this.#definitions[this.#nextDefinition - 1] ?? 0);
    if (this.#isOther.start !== start) this.#isOther = { start, answer: this.#speaksOfOther(start) };
    return this.#isOther.answer;
  }

  #isAboutOther(section: Section): boolean {
    const { depth, title } = section;
    return isElsewhere(section) || (depth > 1 && namesOtherPlan(title, this.#planName));
  }

  #advance(offset: number): void {
    for (let next = this.#sections[this.#nextSection]; next && next.heading.start <= offset; ) {
      while ((this.#open.at(-1)?.depth ?? 0) >= next.depth) this.#open.pop();
      this.#open.push({ depth: next.depth, isElsewhere: this.#isAboutOther(next) });
      next = this.#sections[++this.#nextSection];
    }
    while ((this.#definitions[this.#nextDefinition] ?? Number.POSITIVE_INFINITY) <= offset)
      this.#nextDefinition++;
  }

  #speaksOfOther(start: number): boolean {
    const end = Math.min(
      this.#sections[this.#nextSection]?.heading.start ?? this.#text.length,
      this.#definitions[this.#nextDefinition] ?? this.#text.length,
    );
    const part = this.#text.slice(start, end);
    return (
      OTHER_PLAN.test(part) || [...part.matchAll(PLAN_NAMED)].some(([, name]) => name !== this.#planName)
    );
  }
}
