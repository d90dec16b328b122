import { forgetful, lazy } from '../../../shared/lazy';
import type { PassedOver, PlanFacts, Section } from '../../facts/planFacts';
import { readSections } from '../markdown/heading';
import { KeptText } from '../markdown/keptText';
import { searchLines } from '../markdown/lineSearch';
import type { ScannedLines } from '../markdown/lines';
import { readPlanMentions } from '../mention/planMentions';
import { headerEnd, readParents } from '../parent/parents';
import { planIds } from '../stated/planIds';
import { unknownReferences } from '../stated/unknownReferences';
import { vocabularyInForce } from '../words/furtherWords';
import { readArchiveLocations } from './archiveLocation';
import { isAchievementsSection, isInnerSection, isPrioritySection } from './areaSection';
import { readCompletionClaims } from './completionClaims';
import { FoundAchievement } from './foundAchievement';
import { readNextMarkers } from './nextMarkers';
import { type PlanArea, readArea } from './planArea';
import { readPlanHeader } from './planHeader';
import { readIndex } from './planIndex';
import { readStatedTotals } from './statedTotals';

const PLAN_TITLE = /^PLAN\s*[:–—-]/i;
/** `# PLAN Summary: …`, `# PLAN COMPLETE: …`: a document about a plan (FORMAT A1). */
const REPORT_TITLE =
  /^PLAN\s+(?:summary|complete|completed|completion|update|status|report|review|alignment|analysis|archive)\b/i;

/** Lines that name a document above PLANs. */
const PARENTS = searchLines(/GRAMMAPLAN_|NORTH[_-]STAR_/);

/** What the facts were read from; with it, the next text of the document is read quicker. */
const keptTexts = new WeakMap<PlanFacts, KeptText>();

/**
 * Reads a file named like a plan. Definitions are bold lines at column 0 (or headings) below a heading that
 * names achievements, and where no such heading exists below "Priority N" headings (FORMAT A2 to A6). Never
 * throws; text that is no plan gives `isPlan: false`.
 *
 * @param planName `<NAME>` of the plan, where it is known: ids beside it are its own, not another plan's
 * @param before what an earlier text of the file said; makes reading the next one quicker, and nothing else
 */
export const readPlan = (text: string, planName?: string, before?: PlanFacts): PlanFacts => {
  const kept = new KeptText(text, before && keptTexts.get(before));
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
  const facts: PlanFacts = {
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
    parents: lazy(() =>
      kept.look((each) => readParents(each.scan, headerEnd(each.scan, sections), each.linesWith(PARENTS))),
    ),
    archiveLocations: lazy(() => kept.look(readArchiveLocations)),
    nextMarkers: late.lazy(() => readNextMarkers(kept, sections)),
    statedTotals: late.lazy(() => readStatedTotals(kept, sections)),
    completionClaims: lazy(() => kept.look((each) => readCompletionClaims(each, sections, achievements))),
    says: (letters) => kept.text.includes(letters),
    lines,
    putAway: () => {
      late.forget();
      for (const achievement of achievements) achievement.putAway();
      kept.putAway();
      lines.putAway();
    },
  };
  keptTexts.set(facts, kept);
  return facts;
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
