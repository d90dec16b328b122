import { forgetful, lazy } from '../../shared/lazy';
import type { AchievementId, Field } from '../model/achievement';
import type { UnnumberedItem } from '../model/plan';
import type { LineIndex, Span } from '../model/text';
import { type ArchiveLocation, readArchiveLocations } from './archiveLocation';
import { isAchievementsSection, isInnerSection, isPrioritySection } from './areaSection';
import { type CompletionClaims, readCompletionClaims } from './completionClaims';
import type { UnreadReason } from './definition';
import type { NamedPath } from './deliverablePaths';
import { FoundAchievement } from './foundAchievement';
import { vocabularyInForce } from './furtherWords';
import { readSections } from './heading';
import type { IdElement } from './idList';
import { KeptText } from './keptText';
import type { ScannedLines } from './lines';
import { type NextMarker, readNextMarkers } from './nextMarkers';
import { type PlanArea, readArea } from './planArea';
import { type PlanHeader, readPlanHeader } from './planHeader';
import { type PlanIndex, readIndex } from './planIndex';
import { type PlanMention, readPlanMentions } from './planMentions';
import { type ReferenceSearch, unknownReferences } from './references';
import { planIds } from './stated/planIds';
import { readStatedTotals, type StatedTotals } from './statedTotals';

export interface Section {
  /** 1 to 6. */
  readonly depth: number;
  /** Heading text without leading marks and emoji. */
  readonly title: string;
  /** The heading line. */
  readonly heading: Span;
  /** From the heading to the next heading of the same or a lesser depth. */
  readonly span: Span;
}

/** A definition as the PLAN has it. */
export interface AchievementFacts {
  readonly id: AchievementId;
  readonly idSpan: Span;
  readonly title: string;
  /** What follows the id, marks and suffixes included. */
  readonly rawTitle: string;
  readonly titleSpan: Span;
  readonly definition: Span;
  readonly body: Span;
  readonly line: number;
  readonly priority: string | undefined;
  /** Effort written behind the title (`⏱️ 4-6 hours`), as written. */
  readonly titleEffort: string | undefined;
  /** False where no field states dependencies or blocks; known without the fields once it was asked. */
  readonly mayStateDependencies: boolean;
  /** False where no estimate below it can be one that is not wholly understood, which is known without its fields. */
  readonly mayDoubtEffort: boolean;
  /** Whether these very letters stand anywhere in its body; much quicker than reading fields. */
  says(letters: string): boolean;
  /** Read when first asked for. */
  readonly fields: readonly Field[];
  readonly dependencies: readonly StatedId[];
  readonly blocks: readonly StatedId[];
  /** What the fields for both say, as written and each time it is written. */
  readonly statedElements: readonly IdElement[];
  /** What the fields for both say in words. */
  readonly statedWords: StatedWords;
  /** Files and folders that its deliverables name. */
  deliverablePaths(): readonly NamedPath[];
  /** The same, and names of files without a folder. */
  deliverableFiles(): readonly NamedPath[];
}

export interface StatedId {
  readonly id: AchievementId;
  readonly span: Span;
}

/** Words in `Dependencies` and `Blocks` fields that are no ids, each at its place, in text order. */
export interface StatedWords {
  /** In `Dependencies`: like an id, a range, a priority or an open question, and not understood. */
  readonly unread: readonly Words[];
  /** The same in `Blocks`. */
  readonly unreadBlocks: readonly Words[];
  /** Plain words, which nothing waits for. */
  readonly notes: readonly Words[];
}

export interface Words {
  readonly text: string;
  readonly span: Span;
}

/** A line that looks like a definition of an achievement that nothing defines, and is none. */
export interface UnreadDefinition {
  readonly reason: UnreadReason;
  /** The id as written; of a table all ids that nothing defines, joined by commas. */
  readonly id: string;
  /** The line; of a table its first. */
  readonly span: Span;
  /** One-based. */
  readonly line: number;
}

/** Where a plan that defines nothing seems to define achievements. */
export interface PassedOver {
  /** The heading it stands below, whose name is why it does not count; undefined above all headings of depth 2 and more. */
  readonly section: string | undefined;
  /** One-based. */
  readonly line: number;
}

/** What a PLAN file says; see FORMAT A2 to A8 in docs/architecture.md for the rules. */
export interface PlanFacts {
  /** False for files that are only named like a plan (summaries, reports). */
  readonly isPlan: boolean;
  /** The H1 text, or undefined. */
  readonly title: string | undefined;
  /** What it says of itself above its first section. */
  readonly header: PlanHeader;
  readonly sections: readonly Section[];
  /** Definitions in document order; an id defined twice appears twice. */
  readonly achievements: readonly AchievementFacts[];
  /** What looks like a definition and is none, in document order. */
  readonly unreadDefinitions: readonly UnreadDefinition[];
  /** What seems to define achievements and was passed over; looked for when asked, where the plan defines none. */
  readonly passedOver: () => PassedOver | undefined;
  readonly unnumbered: readonly UnnumberedItem[];
  /** `### Priority N: …` headings. */
  readonly priorities: readonly PriorityHeading[];
  /** What the Achievement Index lists; read when first asked for. */
  readonly achievementIndex: () => PlanIndex | undefined;
  /** Ids that running text calls achievements and that do not exist: see `references.ts`. */
  readonly unknownReferences: (search: ReferenceSearch) => readonly StatedId[];
  /** Lines that name a plan, this one itself included; read when first asked for, and kept: they are few. */
  readonly planMentions: () => readonly PlanMention[];
  /** Where it says that finished work lies; read when first asked for, and kept: there is one, if any. */
  readonly archiveLocations: () => readonly ArchiveLocation[];
  /** Places that say what comes next; read when first asked for. */
  readonly nextMarkers: () => readonly NextMarker[];
  /** Lines that state totals of the whole plan; read when first asked for. */
  readonly statedTotals: () => readonly StatedTotals[];
  /** What it says of its own completion; read when first asked for, and kept. */
  readonly completionClaims: () => CompletionClaims;
  /** Whether these very letters stand anywhere in the document. */
  says(letters: string): boolean;
  readonly lines: LineIndex;
  /** What all this was read from; with it, the next text of the document is read quicker. */
  readonly kept: KeptText;
  /** Makes the facts small until somebody asks for what is read late; worth it for plans that nobody looks at. */
  readonly putAway: () => void;
}

export interface PriorityHeading {
  readonly number: string;
  readonly title: string;
  readonly span: Span;
}

const PLAN_TITLE = /^PLAN\s*[:–—-]/i;
/** `# PLAN Summary: …`, `# PLAN COMPLETE: …`: a document about a plan (FORMAT A1). */
const REPORT_TITLE =
  /^PLAN\s+(?:summary|complete|completed|completion|update|status|report|review|alignment|analysis|archive)\b/i;

/**
 * Reads a file named like a plan. Definitions are bold lines at column 0 (or headings) below a heading that
 * names achievements, and where no such heading exists below "Priority N" headings (FORMAT A2 to A6). Never
 * throws; text that is no plan gives `isPlan: false`.
 *
 * @param planName `<NAME>` of the plan, where it is known: ids beside it are its own, not another plan's
 * @param before what an earlier text of the file said; makes reading the next one quicker, and nothing else
 */
export const readPlan = (text: string, planName?: string, before?: PlanFacts): PlanFacts => {
  const kept = new KeptText(text, before?.kept);
  // what is kept below must not hold on to `scan`, which has the text
  const { scan } = kept;
  const lines = scan.index;
  const sections = readSections(scan);
  const area = areaOf(kept, sections);
  const title = sections.find(({ depth }) => depth === 1)?.title;
  const unnumbered = area.definitions.length === 0 ? area.numbered : [];
  const achievements = readAchievements(kept, area, planName, before);
  const late = forgetful();
  const isReport = title !== undefined && REPORT_TITLE.test(title);
  const hasContent = area.definitions.length + unnumbered.length > 0;
  const isMeant = hasContent || text.trim() === '' || (title !== undefined && PLAN_TITLE.test(title));
  return {
    isPlan: !isReport && (isMeant || (title === undefined && definesUnread(kept, sections, area))),
    title,
    header: readPlanHeader(scan, sections),
    sections,
    achievements,
    unreadDefinitions: area.unread,
    passedOver: late.lazy(() => (hasContent ? undefined : passedOver(kept, sections))),
    unnumbered,
    priorities: area.priorities,
    achievementIndex: late.lazy(() => readIndex(kept.scan, sections)),
    unknownReferences: (search) => {
      const definitions = achievements.map(({ definition }) => definition.start);
      return unknownReferences(kept, sections, definitions, search);
    },
    planMentions: lazy(() => kept.look((each) => readPlanMentions(each, sections, achievements))),
    archiveLocations: lazy(() => kept.look(readArchiveLocations)),
    nextMarkers: late.lazy(() => readNextMarkers(kept, sections)),
    statedTotals: late.lazy(() => readStatedTotals(kept, sections)),
    completionClaims: lazy(() => kept.look((each) => readCompletionClaims(each, sections, achievements))),
    says: (letters) => kept.text.includes(letters),
    lines,
    kept,
    putAway: () => {
      late.forget();
      for (const achievement of achievements) achievement.putAway();
      kept.putAway();
      lines.putAway();
    },
  };
};

/** The parts of the plan that name achievements, else deeper sections that do, else those below priorities. */
const areaOf = (kept: KeptText, sections: readonly Section[]): PlanArea => {
  const named = readArea(kept, sections, isAchievementsSection);
  const hasContent = ({ definitions, numbered }: PlanArea): boolean =>
    definitions.length + numbered.length > 0;
  if (hasContent(named)) return named;
  for (const opens of [isInnerSection, isPrioritySection]) {
    const area = sections.some(opens) ? readArea(kept, sections, opens) : undefined;
    if (area && hasContent(area)) return area;
  }
  return named;
};

/** Whether a document without a title has lines that look like definitions, in a part for them or without any headings. */
const definesUnread = (kept: KeptText, sections: readonly Section[], area: PlanArea): boolean =>
  area.unread.length > 0 || passedOver(kept, sections) !== undefined;

/** `### Task 1.1: Title`, `- [ ] 1.1 Title`, `**1.1** Title`: an item with an id under another name, or none. */
const OTHER_ITEM =
  /^(?:#{2,6}[ \t]+|\*\*|[-*][ \t]+\[[ xX]\][ \t]+|[ \t]*(?:[-*+]|\d{1,3}[.)])[ \t]+(?=\**achievement))(?:\*\*)?(?:\p{L}{2,20}[ \t]+)?\d+\.\d+/iu;

/** The first definition or the like, where no section counts that may have some. */
const passedOver = (kept: KeptText, sections: readonly Section[]): PassedOver | undefined => {
  const { scan } = kept;
  const all = readArea(kept, sections, () => true, true);
  const [found] = all.definitions;
  const [looksLikeOne] = all.unread;
  const at =
    found?.at ??
    (looksLikeOne && looksLikeOne.line - 1) ??
    scan.kinds.findIndex((kind, line) => kind !== 'hidden' && OTHER_ITEM.test(scan.textOf(line)));
  if (at === -1) return undefined;
  const start = scan.index.startOf(at);
  const around = sections.findLast(({ depth, heading }) => depth <= 3 && heading.start < start);
  return { section: found && around && around.depth > 1 ? around.title : undefined, line: at + 1 };
};

const readAchievements = (
  kept: KeptText,
  area: PlanArea,
  planName: string | undefined,
  before: PlanFacts | undefined,
): readonly FoundAchievement[] => {
  const vocabulary = vocabularyInForce();
  const known = new Map(before?.achievements.map((each) => [each.id, each]));
  const ids = planIds(
    () => area.definitions.map(({ definition: { id, title }, priority }) => ({ id, title, priority })),
    planName,
  );
  const lineEnds = bodyEnds(kept.scan, area);
  return area.definitions.map((found, order) => {
    const end = lineEnds[order] ?? found.at;
    return new FoundAchievement(kept, found, end, ids, vocabulary, known.get(found.definition.id));
  });
};

/** Headings deeper than this stand inside of bodies. */
const DEEPEST_STOP = 3;

/**
 * Last line of each body: before the next definition, whatever looks like one, or heading, without trailing blanks and
 * rules. Below a definition that is a heading, deeper headings are part of the body.
 */
const bodyEnds = (scan: ScannedLines, { definitions, stops, ends }: PlanArea): readonly number[] => {
  const nextEnd = firstBehind(ends);
  const nextStop = firstBehind(stops.map(({ line }) => line));
  return definitions.map(({ at, definition }, order) => {
    const limit = Math.min(
      definitions[order + 1]?.at ?? scan.kinds.length,
      ends[nextEnd(at)] ?? scan.kinds.length,
    );
    const depth = definition.isHeading ? Math.min(depthOf(scan, at), DEEPEST_STOP) : DEEPEST_STOP;
    let stop = nextStop(at);
    while ((stops[stop]?.line ?? limit) < limit && (stops[stop]?.depth ?? 0) > depth) stop++;
    let last = Math.min(limit, stops[stop]?.line ?? limit) - 1;
    while (last > at && (scan.kinds[last] === 'blank' || isRule(scan, last))) last--;
    return last;
  });
};

/** Finds the index of the first of some rising lines behind another one; those it is asked for must not fall. */
const firstBehind = (lines: readonly number[]): ((line: number) => number) => {
  let next = 0;
  return (line) => {
    while ((lines[next] ?? Number.POSITIVE_INFINITY) <= line) next++;
    return next;
  };
};

const depthOf = (scan: ScannedLines, line: number): number => /#+/.exec(scan.textOf(line))?.[0].length ?? 0;

const isRule = (scan: ScannedLines, line: number): boolean =>
  '-*_'.includes(String.fromCharCode(scan.firstCodeOf(line))) && /^[-*_\s]{3,}$/.test(scan.textOf(line));
